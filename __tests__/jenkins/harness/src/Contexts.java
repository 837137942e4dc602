import groovy.lang.GString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.TreeMap;

/** What the block steps of the current branch have put around it. */
public final class Contexts {
    private Contexts() {}

    public static StepCall call(String step, Map<String, Object> arguments) {
        return new StepCall(step, new LinkedHashMap<>(arguments));
    }

    public static void log(String text) {
        Build.current().log(text);
    }

    public static void enterEnvironment(List<?> assignments) {
        Layer layer = enter();
        for (Object assignment : assignments) layer.assignments.add(assignment.toString());
    }

    /** Throws what Jenkins throws for an id that this job cannot see. */
    public static void enterCredentials(List<Map<String, String>> bindings) throws AbortException {
        BuildRequest request = Build.current().request;
        for (Map<String, String> binding : bindings) request.findCredential(binding.get("credentialsId"));
        enter().bindings = bindings;
    }

    public static void enterDirectory(String path) {
        Path now = Path.of(directory());
        enter().directory = now.resolve(path).toString();
    }

    /** A workspace of this job that no other branch has. */
    public static void enterNode(String label) throws IOException {
        Build build = Build.current();
        String base = build.request.agent.resolve(build.request.job.replace('/', '_')).toString();
        String workspace = base;
        for (int i = 2; !build.state.workspaces.add(workspace); i++) workspace = base + "@" + i;
        Files.createDirectories(Path.of(workspace));
        Layer layer = enter();
        layer.unix = !label.equals("windows");
        layer.workspace = workspace;
        layer.directory = workspace;
        layer.assignments.add("WORKSPACE=" + workspace);
        layer.assignments.add("WORKSPACE_TMP=" + workspace + "@tmp");
        layer.assignments.add("NODE_NAME=agent-1");
    }

    public static void leaveNode() {
        Build build = Build.current();
        build.state.workspaces.remove(build.branch().context.workspace);
        leave();
    }

    public static void enterContainer(String id) {
        enter().container = id;
    }

    /** Passes by the wall clock. */
    public static void enterTimeout(Map<String, Object> arguments) {
        Build build = Build.current();
        int number = ++build.state.lastId;
        enter().timer = number;
        TimerTask task = new TimerTask() {
            @Override
            public void run() {
                build.passTimeout(number);
            }
        };
        new Timer(true).schedule(task, ((Number) arguments.get("time")).longValue() * 1000);
    }

    public static void leave() {
        Branch branch = Build.current().branch();
        branch.context = branch.context.outer;
    }

    private static Layer enter() {
        Branch branch = Build.current().branch();
        branch.context = new Layer(branch.context);
        return branch.context;
    }

    static Map<String, String> environment() {
        return environment(Build.current(), Build.current().branch().context);
    }

    /** As EnvVars.override: an empty value takes the variable away, `PATH+X` goes in front. */
    static Map<String, String> environment(Build build, Layer innermost) {
        Map<String, String> variables = new TreeMap<>(build.request.environment);
        for (Layer layer : Layer.stack(innermost)) {
            for (String assignment : layer.assignments) assign(variables, assignment);
            for (Map<String, String> binding : layer.bindings) Bindings.apply(build.request, binding, variables);
        }
        return variables;
    }

    private static void assign(Map<String, String> variables, String assignment) {
        String name = assignment.substring(0, assignment.indexOf('='));
        String value = assignment.substring(name.length() + 1);
        if (name.contains("+")) {
            String real = name.substring(0, name.indexOf('+'));
            variables.put(real, value + ":" + variables.getOrDefault(real, ""));
        } else if (value.isEmpty()) variables.remove(name);
        else variables.put(name, value);
    }

    static String directory() {
        return directory(Build.current().branch().context);
    }

    static String directory(Layer innermost) {
        for (Layer layer = innermost; layer != null; layer = layer.outer) {
            if (layer.directory != null) return layer.directory;
        }
        throw new IllegalStateException("Required context class hudson.FilePath is missing: there is no node");
    }

    static boolean isUnix(Layer innermost) {
        for (Layer layer = innermost; layer != null; layer = layer.outer) {
            if (layer.unix != null) return layer.unix;
        }
        throw new IllegalStateException("Required context class hudson.Launcher is missing: there is no node");
    }

    static String container(Layer innermost) {
        for (Layer layer = innermost; layer != null; layer = layer.outer) {
            if (layer.container != null) return layer.container;
        }
        return null;
    }

    /** Jenkins warns; here it is the end: https://jenkins.io/redirect/groovy-string-interpolation */
    static void refuseInterpolatedSecret(String step, Object[] arguments) {
        Build build = Build.current();
        for (Layer layer : Layer.stack(build.branch().context)) {
            for (Map<String, String> binding : layer.bindings) {
                Map<String, String> bound = new TreeMap<>();
                Bindings.apply(build.request, binding, bound);
                bound.forEach((variable, secret) -> {
                    if (!holds(Arrays.asList(arguments), secret)) return;
                    String what = "A secret was passed to \"" + step + "\" using Groovy String interpolation: ";
                    throw new IllegalStateException(what + variable);
                });
            }
        }
    }

    private static boolean holds(Object value, String secret) {
        if (value instanceof GString) return value.toString().contains(secret);
        if (value instanceof Map) return holds(((Map<?, ?>) value).values(), secret);
        if (value instanceof Collection) return ((Collection<?>) value).stream().anyMatch(each -> holds(each, secret));
        return false;
    }
}
