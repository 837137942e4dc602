package io.nexqloud.dcr

/** Ends the build as dcr-login ends a command: code, what happened, what to do next. Codes: packages/core/ERRORS.md. */
class Refusal implements Serializable {
  private static final long serialVersionUID = 1L

  static void raise(Object script, String code, String message, String remedy) {
    script.error('dcr-login: ' + code + ': ' + message + '\n  ' + remedy)
  }
}
