import groovy.lang.GroovyObjectSupport;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands in a block of a declarative Jenkinsfile: words with their arguments, and assignments. */
public final class Section extends GroovyObjectSupport implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Map<String, List<Object[]>> words = new LinkedHashMap<>();
    private final List<String> assignments = new ArrayList<>();

    @Override
    public Object invokeMethod(String name, Object arguments) {
        words.computeIfAbsent(name, key -> new ArrayList<>()).add((Object[]) arguments);
        return null;
    }

    /** A bare word, as in `agent any`. */
    @Override
    public Object getProperty(String name) {
        return name;
    }

    @Override
    public void setProperty(String name, Object value) {
        assignments.add(name + "=" + value);
    }

    public static List<String> assignmentsOf(Section section) {
        return new ArrayList<>(section.assignments);
    }

    /** The arguments of each use of a word. */
    public static List<Object[]> all(Section section, String word) {
        return section.words.getOrDefault(word, new ArrayList<>());
    }

    /** The only argument of a word that stands there once; null when it does not. */
    public static Object one(Section section, String word) {
        List<Object[]> uses = all(section, word);
        return uses.isEmpty() ? null : uses.get(0)[0];
    }
}
