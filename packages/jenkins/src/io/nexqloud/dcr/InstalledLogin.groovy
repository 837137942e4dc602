package io.nexqloud.dcr

/** By the dcr-login that is on PATH. */
class InstalledLogin extends Login {
  private static final long serialVersionUID = 1L

  InstalledLogin(Object script, PrivateHome home, LoginRequest request) {
    super(script, home, request)
  }

  void prepare() {
  }

  List<String> open(String registry, String credentialsId, String directory) {
    List<String> words = ['login', registry, '--isolate', '--config-dir', directory, '--state-dir',
      home.path + '/state', '--engine', request.engine, '--verify', request.verify ?: 'auth', '--shell-env', 'dotenv']
    CommandLine command = new CommandLine(script, home.unix)
    String printed = credentials.bind([credentials.dcr(credentialsId)]) {
      return command.run(words, [label: label(registry), returnStdout: true])
    }
    return readAssignments(printed)
  }
}
