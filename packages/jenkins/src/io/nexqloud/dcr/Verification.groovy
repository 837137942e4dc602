package io.nexqloud.dcr

/** dcrVerify: proves that a credential opens a registry, or ends the build with what is wrong. */
class Verification implements Serializable {
  private static final long serialVersionUID = 1L

  final Object script

  Verification(Object script) {
    this.script = script
  }

  Object run(Map given) {
    Options options = new Options(script, 'dcrVerify', given)
    options.allow(['registry', 'credentialsId', 'action', 'repository', 'allowCreate', 'returnStatus'])
    String registry = options.require('registry')
    String credentialsId = options.require('credentialsId')
    List<String> words = ['verify', registry, '--action', options.text('action') ?: 'auth']
    if (options.text('repository')) {
      words.addAll(['--repository', options.text('repository')])
    }
    if (given.allowCreate) {
      words.add('--allow-create')
    }
    Map how = [label: 'dcr-login verify ' + registry, returnStatus: given.returnStatus ? true : false]
    CommandLine command = new CommandLine(script, script.isUnix())
    Credentials credentials = new Credentials(script)
    return credentials.bind([credentials.dcr(credentialsId)]) {
      return command.run(words, how)
    }
  }
}
