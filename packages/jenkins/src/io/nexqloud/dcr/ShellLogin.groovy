package io.nexqloud.dcr

/** By dcr-login.sh, which travels with this library, for Unix agents and images that have no dcr-login. */
class ShellLogin extends Login {
  private static final long serialVersionUID = 1L

  /** Before anything is bound: the logins of the enclosing block, and those of this one so far, are taken over. */
  static final String TAKE_OVER = '''\
set +x
umask 077
cp -R "$DCR_LOGIN_BASE" "$DCR_CONFIG_DIR"
: >>"$DCR_CONFIG_DIR/.dcr-login"
'''

  static final String LOGIN = '''\
set +x
assignments=$(sh "$DCR_LOGIN_HOME/dcr-login.sh" login)
unset DOCKER_CONFIG REGISTRY_AUTH_FILE
eval "$assignments"
printf '%s\\n' "${DOCKER_CONFIG:+DOCKER_CONFIG=$DOCKER_CONFIG}"
printf '%s\\n' "${REGISTRY_AUTH_FILE:+REGISTRY_AUTH_FILE=$REGISTRY_AUTH_FILE}"
'''

  ShellLogin(Object script, PrivateHome home, LoginRequest request) {
    super(script, home, request)
  }

  void prepare() {
    script.writeFile(file: home.path + '/dcr-login.sh', text: script.libraryResource('io/nexqloud/dcr/dcr-login.sh'))
  }

  List<String> open(String registry, String credentialsId, String directory) {
    String base = findBase()
    List<String> variables = ['DCR_REGISTRY=' + registry, 'DCR_CONFIG_DIR=' + directory, 'DCR_LOGIN_HOME=' + home.path,
      'DCR_ENGINE=' + request.engine, 'DCR_VERIFY=' + (request.verify ?: 'none')]
    String printed = script.withEnv(variables) {
      if (base != null) {
        script.withEnv(['DCR_LOGIN_BASE=' + base]) {
          script.sh(script: TAKE_OVER, label: 'dcr-login: take over the logins so far')
        }
      }
      return credentials.bind([credentials.dcr(credentialsId)]) {
        return script.sh(script: LOGIN, label: label(registry), returnStdout: true)
      }
    }
    return readAssignments(printed)
  }

  /** Only a directory of ours is copied: nobody else's has to be free of credential helpers. */
  String findBase() {
    String file = script.env.REGISTRY_AUTH_FILE
    String directory = script.env.DOCKER_CONFIG ?: (file == null ? null : file.replaceFirst('/auth\\.json$', ''))
    return directory != null && directory.contains('/dcr-login-') ? directory : null
  }
}
