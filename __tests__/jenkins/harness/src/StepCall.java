import java.io.Serializable;
import java.util.Map;

/** A step that the program waits for. */
public final class StepCall implements Serializable {
    private static final long serialVersionUID = 1L;

    final String name;
    /** Its named arguments. */
    final Map<String, Object> arguments;

    StepCall(String name, Map<String, Object> arguments) {
        this.name = name;
        this.arguments = arguments;
    }

    String text(String argument) {
        Object value = arguments.get(argument);
        return value == null ? null : value.toString();
    }

    boolean isSet(String argument) {
        return Boolean.TRUE.equals(arguments.get(argument));
    }
}
