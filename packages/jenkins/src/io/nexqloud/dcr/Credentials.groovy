package io.nexqloud.dcr

/** Binds credentials of Jenkins around one call; Groovy never sees their values. */
class Credentials implements Serializable {
  private static final long serialVersionUID = 1L

  final Object script

  Credentials(Object script) {
    this.script = script
  }

  /** A "Username with password" credential, as DCR_USERNAME and DCR_PASSWORD. */
  Object dcr(String credentialsId) {
    return pair(credentialsId, 'DCR_USERNAME', 'DCR_PASSWORD')
  }

  Object pair(String credentialsId, String username, String password) {
    return script.usernamePassword(credentialsId: credentialsId, usernameVariable: username, passwordVariable: password)
  }

  Object text(String credentialsId, String variable) {
    return script.string(credentialsId: credentialsId, variable: variable)
  }

  Object file(String credentialsId, String variable) {
    return script.file(credentialsId: credentialsId, variable: variable)
  }

  /** Jenkins itself says which id is missing; what it does not say is why, and what to do. */
  Object bind(List bindings, Closure body) {
    boolean bound = false
    try {
      return script.withCredentials(bindings) {
        bound = true
        return body()
      }
    } finally {
      if (!bound) {
        script.echo('dcr-login: DCR_CREDENTIAL_MISSING: Jenkins does not give this job the credential\n' +
          '  Check its id and kind (username with password). A job sees the credentials of Jenkins and of the ' +
          'folders above it, not those of other folders.')
      }
    }
  }
}
