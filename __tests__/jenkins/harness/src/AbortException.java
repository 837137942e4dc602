/** A failure whose message is all that a person needs: as hudson.AbortException. */
public class AbortException extends java.io.IOException {
    private static final long serialVersionUID = 1L;

    public AbortException(String message) {
        super(message);
    }
}
