package io.nexqloud.dcr

/** dcrPullSecret: shows what it would do to the pull secrets of a cluster, and does it with `apply: true`. */
class PullSecret implements Serializable {
  private static final long serialVersionUID = 1L

  final Object script

  PullSecret(Object script) {
    this.script = script
  }

  Object run(Map given) {
    Options options = new Options(script, 'dcrPullSecret', given)
    options.allow(['registry', 'credentialsId', 'kubeconfigCredentialsId', 'apply', 'namespaces', 'namespaceSelector',
      'serviceAccounts', 'name', 'email', 'context', 'verify', 'replace', 'force', 'returnStatus'])
    String registry = options.require('registry')
    String credentialsId = options.require('credentialsId')
    Map how = [label: 'dcr-login pull-secret ' + registry, returnStatus: given.returnStatus ? true : false]
    CommandLine command = new CommandLine(script, script.isUnix())
    Credentials credentials = new Credentials(script)
    List bindings = [credentials.dcr(credentialsId)]
    if (options.text('kubeconfigCredentialsId')) {
      bindings.add(credentials.file(options.text('kubeconfigCredentialsId'), 'KUBECONFIG'))
    }
    return credentials.bind(bindings) {
      return command.run(['pull-secret', registry] + collectFlags(options), how)
    }
  }

  List<String> collectFlags(Options options) {
    List<String> words = []
    for (List<String> repeated : [['namespaces', '--namespace'], ['serviceAccounts', '--service-account']]) {
      for (String value : options.list(repeated.get(0))) {
        words.addAll([repeated.get(1), value])
      }
    }
    for (List<String> single : [['namespaceSelector', '--namespace-selector'], ['name', '--name'], ['email', '--email'],
      ['context', '--context'], ['verify', '--verify']]) {
      if (options.text(single.get(0))) {
        words.addAll([single.get(1), options.text(single.get(0))])
      }
    }
    for (String flag : ['apply', 'replace', 'force']) {
      if (options.given.get(flag)) {
        words.add('--' + flag)
      }
    }
    return words
  }
}
