package io.nexqloud.dcr

/** dcrLogin: logs in, runs the body with the logins, and removes them, whatever ends the body. */
class LoginBlock implements Serializable {
  private static final long serialVersionUID = 1L

  /** For docker, which would take a credential of this host from the variable before any file. */
  static final String NO_SHADOW = 'DOCKER_AUTH_CONFIG={"auths":{}}'

  final Object script

  LoginBlock(Object script) {
    this.script = script
  }

  Object run(Map given, Closure body) {
    LoginRequest request = LoginRequest.read(script, given)
    PrivateHome home = PrivateHome.choose(script)
    try {
      List<String> found = home.make(request.hosts())
      boolean installed = found.contains('installed')
      if (!installed && !home.unix) {
        Refusal.raise(script, 'DCR_ENGINE_MISSING', 'dcr-login is not on the PATH of this Windows agent',
          'Install it there: npm install --global @nexqloud/dcr-login; only Unix agents can do without.')
      }
      Login login = installed ? new InstalledLogin(script, home, request) : new ShellLogin(script, home, request)
      List<String> clean = found.contains('shadowed') ? [NO_SHADOW] : []
      if (!clean.isEmpty()) {
        script.echo('dcr-login: DOCKER_AUTH_CONFIG holds another login of this host; it is empty inside of this block')
      }
      login.prepare()
      return script.withEnv(clean) {
        LoginList logins = new LoginList(script, login)
        logins.openAll(request.registries)
        return script.withEnv(logins.visible) {
          return body(logins.directories)
        }
      }
    } finally {
      home.remove()
    }
  }
}
