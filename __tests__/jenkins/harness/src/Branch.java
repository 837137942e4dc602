import com.cloudbees.groovy.cps.Continuable;
import com.cloudbees.groovy.cps.Outcome;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One thread of the program: the script itself, or a branch of `parallel`. */
final class Branch implements Serializable {
    private static final long serialVersionUID = 1L;

    final int id;
    final String name;
    final Branch parent;
    Continuable program;
    Layer context;
    /** What it waits for; null while it runs, and when it has ended. */
    StepCall pending;
    /** Of a `parallel` that it waits for: how many branches have not ended, and how the others did. */
    int open;
    final List<Throwable> failures = new ArrayList<>();
    final Map<String, Object> results = new LinkedHashMap<>();
    Outcome end;

    Branch(int id, String name, Branch parent, Layer context) {
        this.id = id;
        this.name = name;
        this.parent = parent;
        this.context = context;
    }
}
