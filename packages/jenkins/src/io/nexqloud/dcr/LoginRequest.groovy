package io.nexqloud.dcr

/** What dcrLogin was asked for. Its registries are `[registry:, credentialsId:]`, in the order of their naming. */
class LoginRequest implements Serializable {
  private static final long serialVersionUID = 1L

  final List<Map> registries
  final String engine
  final String verify

  LoginRequest(List<Map> registries, String engine, String verify) {
    this.registries = registries
    this.engine = engine
    this.verify = verify
  }

  static LoginRequest read(Object script, Map given) {
    Options options = new Options(script, 'dcrLogin', given)
    options.allow(['registry', 'credentialsId', 'registries', 'engine', 'verify', 'isolate'])
    if (given.isolate == false) {
      options.refuse('is always isolated',
        'Leave isolate out: builds share their agent, where a login in ~/.docker would be everybody\'s.')
    }
    List<Map> registries = []
    if (given.registries == null) {
      registries.add([registry: options.require('registry'), credentialsId: options.require('credentialsId')])
    } else {
      if (given.registry != null || given.credentialsId != null) {
        options.refuse('takes one registry or a list of registries', 'Put this one into the list as well.')
      }
      for (Map entry : given.registries) {
        Options one = new Options(script, 'an entry of registries', entry)
        one.allow(['registry', 'credentialsId'])
        registries.add([registry: one.require('registry'), credentialsId: one.require('credentialsId')])
      }
      if (registries.isEmpty()) {
        options.refuse('was given an empty list of registries', 'Name at least one.')
      }
    }
    return new LoginRequest(registries, options.text('engine') ?: 'auto', options.text('verify'))
  }

  /** As docker tells hosts apart: `https://HOST:5000/name/` is `host:5000`. */
  static String hostOf(String registry) {
    return registry.trim().replaceFirst('^[A-Za-z]+://', '').replaceFirst('/.*$', '').toLowerCase()
  }

  List<String> hosts() {
    List<String> hosts = []
    for (Map entry : registries) {
      hosts.add(hostOf(entry.registry))
    }
    return hosts
  }
}
