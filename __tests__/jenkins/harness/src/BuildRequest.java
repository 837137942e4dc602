import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the tests ask for, one JSON object each; paths are absolute. */
final class BuildRequest {
    /** The text of the Jenkinsfile. */
    final String script;
    /** `folder/…/name`: a build sees the credentials of the folders above it. */
    final String job;
    final boolean sandbox;
    /** Signatures that Jenkins allows in its sandbox. */
    final List<String> allowed;
    final Path library;
    /** Where the agent keeps its workspaces. */
    final Path agent;
    /** File → text: what `checkout scm` brings. */
    final Map<String, String> repository;
    /** The environment of the agent; its processes inherit nothing else. */
    final Map<String, String> environment;
    /** Folder ('' is Jenkins itself) → id → `username` and `password`, or `text`. */
    final Map<String, Map<String, Map<String, String>>> credentials;
    /** Receives each stored state. */
    final Path checkpoints;
    /** Stops before the first step whose script holds this text, as if the controller was shut down. */
    final String stopBefore;
    /** A state to go on from. */
    final Path resumeFrom;

    @SuppressWarnings("unchecked")
    BuildRequest(Map<String, Object> json) {
        script = (String) json.get("script");
        job = (String) json.get("job");
        sandbox = (Boolean) json.get("sandbox");
        allowed = (List<String>) json.get("allowed");
        library = Path.of((String) json.get("library"));
        agent = Path.of((String) json.get("agent"));
        repository = (Map<String, String>) json.get("repository");
        environment = (Map<String, String>) json.get("environment");
        credentials = (Map<String, Map<String, Map<String, String>>>) json.get("credentials");
        checkpoints = Path.of((String) json.get("checkpoints"));
        stopBefore = (String) json.get("stopBefore");
        resumeFrom = json.get("resumeFrom") == null ? null : Path.of((String) json.get("resumeFrom"));
    }

    /** The nearest folder wins; an AbortException with Jenkins' words when none has it. */
    Map<String, String> findCredential(String id) throws AbortException {
        for (String folder = job; !folder.isEmpty(); ) {
            folder = folder.contains("/") ? folder.substring(0, folder.lastIndexOf('/')) : "";
            Map<String, String> found = credentials.getOrDefault(folder, Map.of()).get(id);
            if (found != null) return found;
        }
        throw new AbortException("Could not find credentials entry with ID '" + id + "'");
    }
}
