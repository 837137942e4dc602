package io.nexqloud.dcr

/**
 * Several logins of one block. Each is made on top of the one before, so that the last one holds them all, and those of
 * an enclosing block too. Docker knows a host once: a second registry of a host gets a directory of its own.
 */
class LoginList implements Serializable {
  private static final long serialVersionUID = 1L

  final Object script
  final Login login
  /** Assignments that make the logins visible to the clients. */
  List<String> visible = []
  /** Registry → its directory, for `DOCKER_CONFIG`. */
  final Map<String, String> directories = [:]
  final Map<String, String> firstOfHost = [:]

  LoginList(Object script, Login login) {
    this.script = script
    this.login = login
  }

  void openAll(List<Map> registries) {
    for (Map entry : registries) {
      open(entry.registry, entry.credentialsId)
    }
  }

  void open(String registry, String credentialsId) {
    String host = LoginRequest.hostOf(registry)
    String first = firstOfHost.get(host)
    boolean hidden = first != null && isDocker()
    String directory = login.directory(directories.size())
    List<String> base = hidden ? [] : visible
    List<String> opened = script.withEnv(base) {
      return login.open(registry, credentialsId, directory)
    }
    directories.put(registry, directory)
    if (hidden) {
      script.echo('dcr-login: docker knows one login per host: here it sees ' + first + '. For ' + registry +
        ' set DOCKER_CONFIG=' + directory)
      return
    }
    visible = opened
    if (first == null) {
      firstOfHost.put(host, registry)
    }
  }

  /** The others keep a login under its path. */
  boolean isDocker() {
    for (String assignment : visible) {
      if (assignment.startsWith('DOCKER_CONFIG=')) {
        return true
      }
    }
    return false
  }
}
