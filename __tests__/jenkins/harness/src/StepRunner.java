import com.cloudbees.groovy.cps.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Does what the steps without a body do. */
final class StepRunner {
    private final Build build;

    StepRunner(Build build) {
        this.build = build;
    }

    /** Returns what can be stopped; null for what is done at once. */
    Running start(Branch branch, StepCall call, Consumer<Outcome> done) {
        try {
            if (call.name.equals("sh") || call.name.equals("bat")) return startProcess(branch.context, call, done);
            done.accept(new Outcome(answer(branch.context, call), null));
        } catch (Exception e) {
            done.accept(new Outcome(null, e));
        }
        return null;
    }

    private Object answer(Layer context, StepCall call) throws Exception {
        switch (call.name) {
            case "echo":
                build.log(call.text("message"));
                return null;
            case "error":
                throw new AbortException(call.text("message"));
            case "isUnix":
                return Contexts.isUnix(context);
            case "pwd":
                return Contexts.directory(context) + (call.isSet("tmp") ? "@tmp" : "");
            case "libraryResource":
                return build.compiler.readResource(call.text("resource"));
            case "readFile":
                return Files.readString(resolve(context, call.text("file")));
            case "fileExists":
                return Files.exists(resolve(context, call.text("file")));
            case "writeFile":
                Path file = resolve(context, call.text("file"));
                Files.createDirectories(file.getParent());
                Files.writeString(file, call.text("text"));
                return null;
            case "checkout":
                for (Map.Entry<String, String> each : build.request.repository.entrySet()) {
                    Files.writeString(resolve(context, each.getKey()), each.getValue());
                }
                return null;
            case "deleteDir":
                delete(resolve(context, "."));
                return null;
            case "startContainer":
                return Containers.start(build, context, call);
            case "stopContainer":
                Containers.stop(build, context);
                return null;
            default:
                throw new IllegalArgumentException("the harness has no step " + call.name);
        }
    }

    private static Path resolve(Layer context, String path) {
        return Path.of(Contexts.directory(context)).resolve(path).normalize();
    }

    private static void delete(Path root) throws IOException {
        if (!Files.exists(root)) return;
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) Files.delete(path);
        }
    }

    /** As durable-task does: the script is a file beside the workspace, which goes when it has ended. */
    private Running startProcess(Layer context, StepCall call, Consumer<Outcome> done) throws IOException {
        Path directory = Files.createDirectories(Path.of(Contexts.directory(context)));
        Path control = Files.createTempDirectory(Files.createDirectories(Path.of(directory + "@tmp")), "durable-");
        Map<String, String> environment = Contexts.environment(build, context);
        String text = call.text("script");
        boolean unix = call.name.equals("sh");
        if (!unix) text = new Batch(environment).translate(text);
        Path script = Files.writeString(control.resolve("script.sh"), text);
        List<String> command = new ArrayList<>(Arrays.asList("/bin/sh", unix ? "-xe" : "-e", script.toString()));
        String container = Contexts.container(context);
        if (container != null) command.addAll(0, Containers.enter(build, container, directory, environment));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(container == null ? environment : build.request.environment);
        boolean returnsOutput = call.isSet("returnStdout");
        Process process = builder.redirectErrorStream(!returnsOutput).start();
        process.getOutputStream().close();
        StringBuilder output = new StringBuilder();
        Thread errors = returnsOutput ? follow(process.getErrorStream(), null) : null;
        Running running = new Running(process);
        new Thread(() -> {
            try {
                Thread lines = follow(process.getInputStream(), returnsOutput ? output : null);
                int status = process.waitFor();
                lines.join();
                if (errors != null) errors.join();
                delete(control);
                done.accept(conclude(call, status, output.toString()));
            } catch (Exception e) {
                done.accept(new Outcome(null, e));
            }
        }).start();
        return running;
    }

    private static Outcome conclude(StepCall call, int status, String output) {
        if (call.isSet("returnStatus")) return new Outcome(status, null);
        if (status != 0) return new Outcome(null, new AbortException("script returned exit code " + status));
        return new Outcome(call.isSet("returnStdout") ? output : null, null);
    }

    private Thread follow(InputStream stream, StringBuilder into) {
        Thread thread = new Thread(() -> {
            try (InputStream in = stream) {
                byte[] chunk = new byte[8192];
                for (int size = in.read(chunk); size >= 0; size = in.read(chunk)) {
                    String text = new String(chunk, 0, size, StandardCharsets.UTF_8);
                    if (into == null) build.log.append(text);
                    else into.append(text);
                }
            } catch (IOException e) {
                // The process was stopped in the middle of a word.
            }
        });
        thread.start();
        return thread;
    }
}
