import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** `agent { docker }`: the workspace and what lies beside it are in the container under their own names. */
final class Containers {
    private Containers() {}

    static String start(Build build, Layer context, StepCall call) throws IOException, InterruptedException {
        String workspace = Contexts.directory(context);
        List<String> command = new ArrayList<>(Arrays.asList("docker", "run", "--detach", "--tty", "--network=host"));
        command.addAll(Arrays.asList("--workdir", workspace));
        for (String shared : Arrays.asList(workspace, workspace + "@tmp")) {
            command.addAll(Arrays.asList("--volume", shared + ":" + shared + ":rw"));
        }
        command.addAll(Arrays.asList(call.text("args").trim().split(" +")));
        command.addAll(Arrays.asList(call.text("image"), "cat"));
        return run(build, command).trim();
    }

    static void stop(Build build, Layer context) throws IOException, InterruptedException {
        run(build, Arrays.asList("docker", "rm", "--force", "--volumes", Contexts.container(context)));
    }

    /** As the Docker Pipeline plugin does it: the values, bound ones too, are on the command line of the agent. */
    static List<String> enter(Build build, String container, Path directory, Map<String, String> environment) {
        List<String> command = new ArrayList<>(Arrays.asList("docker", "exec", "--workdir", directory.toString()));
        environment.forEach((name, value) -> {
            if (value.equals(build.request.environment.get(name))) return;
            command.addAll(Arrays.asList("--env", name + "=" + value));
        });
        command.add(container);
        return command;
    }

    private static String run(Build build, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(build.request.environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) throw new AbortException(String.join(" ", command) + ": " + output);
        return output;
    }
}
