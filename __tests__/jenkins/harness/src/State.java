import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** All that a controller would write to disk of a running build. */
final class State implements Serializable {
    private static final long serialVersionUID = 1L;

    final List<Branch> branches = new ArrayList<>();
    final Set<String> workspaces = new LinkedHashSet<>();
    int lastId;

    byte[] serialise() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(this);
        }
        return bytes.toByteArray();
    }

    static State deserialise(byte[] bytes, Compiler compiler) throws IOException, ClassNotFoundException {
        return (State) compiler.deserialise(new ByteArrayInputStream(bytes));
    }
}
