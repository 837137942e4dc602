import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes down what a controller would have on its disk, and reads it back as a controller that has just started. */
final class Checkpoints {
    private final BuildRequest request;
    private final Compiler compiler;
    private int count;
    private Path stopped;

    Checkpoints(BuildRequest request, Compiler compiler) {
        this.request = request;
        this.compiler = compiler;
    }

    int count() {
        return count;
    }

    /** Where the state lies of a build that was asked to stop; null while it goes on. */
    Path stopped() {
        return stopped;
    }

    /** Returns the state as it was read back. Throws IllegalStateException for what cannot be stored. */
    State store(State state, StepCall next) {
        try {
            byte[] bytes = state.serialise();
            count++;
            // Of a build of many thousand steps all of them would fill the disk.
            Path file = request.checkpoints.resolve(count % 100 + ".ser");
            Files.write(file, bytes);
            String script = String.valueOf(next.arguments.get("script"));
            if (request.stopBefore != null && script.contains(request.stopBefore)) stopped = file;
            return State.deserialise(bytes, compiler);
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("the program cannot be stored before " + next.name + ": " + e, e);
        }
    }

    State load() throws IOException, ClassNotFoundException {
        // As Jenkins parses its scripts again before it reads what they were doing.
        compiler.loadVariables();
        return State.deserialise(Files.readAllBytes(request.resumeFrom), compiler);
    }
}
