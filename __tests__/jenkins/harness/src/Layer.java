import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What one block step adds to the context of its body. A binding knows the id of a credential, never its value. */
final class Layer implements Serializable {
    private static final long serialVersionUID = 1L;

    final Layer outer;
    /** NAME=value, as withEnv takes them. */
    List<String> assignments = new ArrayList<>();
    List<Map<String, String>> bindings = new ArrayList<>();
    String directory;
    String workspace;
    Boolean unix;
    String container;
    /** Of a timeout, to know which one has passed. */
    int timer;

    Layer(Layer outer) {
        this.outer = outer;
    }

    /** From the outermost to this one. */
    static List<Layer> stack(Layer innermost) {
        List<Layer> layers = new ArrayList<>();
        for (Layer layer = innermost; layer != null; layer = layer.outer) layers.add(0, layer);
        return layers;
    }
}
