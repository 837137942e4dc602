import groovy.lang.Script;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.codehaus.groovy.runtime.InvokerHelper;

/** What scripts name and do not define: `env`, `scm`, the variables of the library, the steps. */
final class Globals {
    private final Compiler compiler;
    private final Script steps;
    /** One instance for each build, as in Jenkins. */
    private final Map<String, Object> variables = new HashMap<>();

    Globals(Compiler compiler) throws IOException {
        this.compiler = compiler;
        this.steps = compiler.loadSteps();
    }

    /** A variable of the library, else a step. */
    Object call(String name, Object[] arguments) {
        Contexts.refuseInterpolatedSecret(name, arguments);
        Object variable = find(name);
        if (variable == null) return InvokerHelper.invokeMethod(steps, name, arguments);
        return InvokerHelper.invokeMethod(variable, "call", arguments);
    }

    Object find(String name) {
        if (name.equals("env")) return new EnvironmentVariables();
        if (name.equals("scm")) return name;
        return variables.computeIfAbsent(name, key -> {
            try {
                return compiler.loadVariable(key);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
