package io.nexqloud.dcr

/** How a login is made on an agent: by what is installed there, or by what travels with this library. */
abstract class Login implements Serializable {
  private static final long serialVersionUID = 1L

  final Object script
  final PrivateHome home
  final LoginRequest request
  final Credentials credentials

  Login(Object script, PrivateHome home, LoginRequest request) {
    this.script = script
    this.home = home
    this.request = request
    this.credentials = new Credentials(script)
  }

  String directory(int index) {
    return home.path + '/' + index
  }

  String label(String registry) {
    return 'dcr-login login ' + registry
  }

  /** Once for each block, before any credential is bound. */
  abstract void prepare()

  /** Returns the assignments that make the login visible. Throws what the call ended with; its reason is in the log. */
  abstract List<String> open(String registry, String credentialsId, String directory)

  /** A login that no client would see, or that would not go with this block, is none. Throws `DCR_STORE_FAILED`. */
  List<String> readAssignments(String printed) {
    List<String> assignments = []
    for (String line : printed.tokenize('\r\n')) {
      if (line.startsWith('DOCKER_CONFIG=') || line.startsWith('REGISTRY_AUTH_FILE=')) {
        assignments.add(line)
      }
    }
    if (assignments.isEmpty() || !assignments.join(' ').contains(home.name)) {
      Refusal.raise(script, 'DCR_STORE_FAILED', 'the login is not in ' + home.path + ', but: ' + assignments.join(' '),
        'Remove it there, and update dcr-login on this agent: it does not fit this library.')
    }
    return assignments
  }
}
