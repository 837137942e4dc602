package io.nexqloud.dcr

/** The named arguments of a step. What is misspelt or missing is refused before anything is bound or started. */
class Options implements Serializable {
  private static final long serialVersionUID = 1L

  final Object script
  final String step
  final Map given

  Options(Object script, String step, Map given) {
    this.script = script
    this.step = step
    this.given = given
  }

  void allow(List<String> names) {
    for (Object name : given.keySet()) {
      if (!names.contains(name)) {
        refuse('has no argument "' + name + '"', 'It takes: ' + names.join(', ') + '.')
      }
    }
  }

  /** Throws `DCR_INPUT_INVALID` for an empty one: in Jenkins a misspelt variable arrives as null. */
  String require(String name) {
    String value = text(name)
    if (value == null || value.trim() == '') {
      refuse('needs ' + name, 'For example: ' + step + "(registry: 'dcr.nexqloud.io/acme', credentialsId: 'dcr-acme')")
    }
    return value
  }

  String text(String name) {
    Object value = given.get(name)
    return value == null ? null : value.toString()
  }

  /** One value is a list of one. */
  List<String> list(String name) {
    Object value = given.get(name)
    if (value == null) {
      return []
    }
    List<String> texts = []
    for (Object each : (value instanceof List ? value : [value])) {
      texts.add(each.toString())
    }
    return texts
  }

  void refuse(String what, String remedy) {
    Refusal.raise(script, 'DCR_INPUT_INVALID', step + ' ' + what, remedy)
  }
}
