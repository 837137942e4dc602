import java.util.Map;

/** The values of a bound credential, looked up each time: they are in no state. */
final class Bindings {
    private Bindings() {}

    static void apply(BuildRequest request, Map<String, String> binding, Map<String, String> variables) {
        Map<String, String> credential;
        try {
            credential = request.findCredential(binding.get("credentialsId"));
        } catch (AbortException e) {
            throw new IllegalStateException(e);
        }
        switch (binding.get("kind")) {
            case "usernamePassword":
                variables.put(binding.get("usernameVariable"), credential.get("username"));
                variables.put(binding.get("passwordVariable"), credential.get("password"));
                break;
            case "string":
                variables.put(binding.get("variable"), credential.get("text"));
                break;
            default:
                variables.put(binding.get("variable"), credential.get("path"));
        }
    }
}
