package io.nexqloud.dcr

/** dcrRotate: brings a new credential to every place that `dcr-rotate.yml` names. In which order, dcr-login knows. */
class Rotation implements Serializable {
  private static final long serialVersionUID = 1L

  final Object script

  Rotation(Object script) {
    this.script = script
  }

  Object run(Map given) {
    Options options = new Options(script, 'dcrRotate', given)
    options.allow(['file', 'names', 'dryRun', 'resume', 'supersede', 'abort', 'credentialsId', 'newCredentialsId',
      'jenkinsCredentialsId', 'tokens', 'kubeconfigCredentialsId', 'stateDir', 'returnStatus'])
    List<String> words = ['rotate', '-f', options.text('file') ?: 'dcr-rotate.yml']
    for (List<String> flag : [['dryRun', '--dry-run'], ['resume', '--resume'], ['supersede', '--supersede'],
      ['abort', '--abort']]) {
      if (given.get(flag.get(0))) {
        words.add(flag.get(1))
      }
    }
    // Nobody sits at a build to be asked.
    words.add('--yes')
    words.addAll(options.list('names'))
    Map how = [label: 'dcr-login rotate', returnStatus: given.returnStatus ? true : false]
    CommandLine command = new CommandLine(script, script.isUnix())
    List<String> environment = options.text('stateDir') ? ['DCR_STATE_DIR=' + options.text('stateDir')] : []
    Credentials credentials = new Credentials(script)
    return script.withEnv(environment) {
      return credentials.bind(listBindings(options, credentials)) {
        return command.run(words, how)
      }
    }
  }

  /** API tokens reach dcr-login by the names that its configuration knows: GITHUB_TOKEN, GITLAB_TOKEN, VAULT_TOKEN. */
  List listBindings(Options options, Credentials credentials) {
    List bindings = []
    if (options.text('credentialsId')) {
      bindings.add(credentials.dcr(options.text('credentialsId')))
    }
    if (options.text('newCredentialsId')) {
      bindings.add(credentials.pair(options.text('newCredentialsId'), 'DCR_NEW_USERNAME', 'DCR_NEW_PASSWORD'))
    }
    if (options.text('jenkinsCredentialsId')) {
      bindings.add(credentials.pair(options.text('jenkinsCredentialsId'), 'JENKINS_USER', 'JENKINS_TOKEN'))
    }
    if (options.text('kubeconfigCredentialsId')) {
      bindings.add(credentials.file(options.text('kubeconfigCredentialsId'), 'KUBECONFIG'))
    }
    for (Map.Entry token : (options.given.tokens ?: [:]).entrySet()) {
      bindings.add(credentials.text(token.value.toString(), token.key.toString()))
    }
    return bindings
  }
}
