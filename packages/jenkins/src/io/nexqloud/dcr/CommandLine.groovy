package io.nexqloud.dcr

/**
 * Calls dcr-login on the agent of the current node block. Its words travel in a variable and not in the script: a
 * script is the same text for everybody, so that nothing in a name or path is ever read as shell.
 */
class CommandLine implements Serializable {
  private static final long serialVersionUID = 1L

  // Jenkins runs `sh -xe`: what follows `set +x` is not traced.
  static final String UNIX = '''\
set +x -f
IFS='
'
if command -v dcr-login >/dev/null 2>&1; then
  dcr-login $DCR_WORDS
elif command -v npx >/dev/null 2>&1; then
  npx --yes "@nexqloud/dcr-login@$DCR_LOGIN_VERSION" $DCR_WORDS
else
  echo 'dcr-login: DCR_ENGINE_MISSING: neither dcr-login nor npx is on the PATH of this agent' >&2
  echo '  Install it on the agent or in the image: npm install --global @nexqloud/dcr-login' >&2
  exit 6
fi
'''

  // Without `call`, so that the words are expanded once: a .cmd takes the control over and never comes back.
  static final String WINDOWS = '''\
@echo off
where dcr-login >nul 2>nul && goto installed
where npx >nul 2>nul && goto npx
echo dcr-login: DCR_ENGINE_MISSING: neither dcr-login nor npx is on the PATH of this agent 1>&2
echo   Install it on the agent: npm install --global @nexqloud/dcr-login 1>&2
exit /b 6
:installed
dcr-login %DCR_WORDS%
exit /b
:npx
npx --yes "@nexqloud/dcr-login@%DCR_LOGIN_VERSION%" %DCR_WORDS%
'''

  final Object script
  final boolean unix

  CommandLine(Object script, boolean unix) {
    this.script = script
    this.unix = unix
  }

  /**
   * Runs it, with the arguments of `sh` and `bat` beside the script: `label`, `returnStatus`, `returnStdout`. Where it
   * is not on PATH, the version that this library was made for is fetched by npx.
   */
  Object run(List<String> words, Map how) {
    String version = script.libraryResource('io/nexqloud/dcr/version.txt').trim()
    return script.withEnv(['DCR_WORDS=' + join(words), 'DCR_LOGIN_VERSION=' + version]) {
      return unix ? script.sh([script: UNIX] + how) : script.bat([script: WINDOWS] + how)
    }
  }

  /** Throws `DCR_INPUT_INVALID` for what would be read as two words. */
  String join(List<String> words) {
    List<String> parts = []
    for (String word : words) {
      if (word.contains('\n') || (!unix && word.contains('"'))) {
        Refusal.raise(script, 'DCR_INPUT_INVALID', 'an argument has a line break or quote in it', 'Correct it: ' + word)
      }
      parts.add(unix ? word : '"' + word + '"')
    }
    return parts.join(unix ? '\n' : ' ')
  }
}
