package io.nexqloud.dcr

/**
 * The directory of one dcrLogin block: nothing but it holds the login. It lies beside the workspace, from where nothing
 * gets into images, artifacts or commits; nobody can guess its name, and no other block has it.
 */
class PrivateHome implements Serializable {
  private static final long serialVersionUID = 1L

  static final String MAKE_UNIX = '''\
set +x -f
if mkdir -p "${DCR_LOGIN_HOME%/*}" && mkdir -m 700 "$DCR_LOGIN_HOME"; then :; else
  echo "dcr-login: DCR_STORE_FAILED: no private directory can be made at $DCR_LOGIN_HOME" >&2
  echo '  Make the folder above it writable for the user of this agent.' >&2
  exit 6
fi
if command -v dcr-login >/dev/null 2>&1; then echo installed; fi
for host in $DCR_LOGIN_HOSTS; do
  case ${DOCKER_AUTH_CONFIG-} in *"\\"$host\\""*) echo shadowed ;; esac
done
'''

  static final String MAKE_WINDOWS = '''\
@echo off
mkdir "%DCR_LOGIN_HOME%" || exit /b 6
where dcr-login >nul 2>nul && echo installed
exit /b 0
'''

  // What dcr-login recorded it removes itself, and proves it; whatever is left then goes with the directory.
  static final String REMOVE_UNIX = '''\
set +x
status=0
if [ -d "$DCR_LOGIN_HOME/state" ]; then
  dcr-login logout --state-dir "$DCR_LOGIN_HOME/state" || status=$?
fi
rm -rf "$DCR_LOGIN_HOME" || status=$?
exit "$status"
'''

  static final String REMOVE_WINDOWS = '''\
@echo off
if exist "%DCR_LOGIN_HOME%/state" cmd /d /c dcr-login logout --state-dir "%DCR_LOGIN_HOME%/state"
if exist "%DCR_LOGIN_HOME%" rmdir /s /q "%DCR_LOGIN_HOME%"
if exist "%DCR_LOGIN_HOME%" exit /b 6
exit /b 0
'''

  final Object script
  final boolean unix
  final String name
  final String path

  PrivateHome(Object script, boolean unix, String beside, String name) {
    this.script = script
    this.unix = unix
    this.name = name
    this.path = beside + '/' + name
  }

  /** Chooses the place and makes nothing: what has its name before it exists can be removed whatever happens. */
  static PrivateHome choose(Object script) {
    // Inside of dir('sub'), pwd(tmp: true) lies in the workspace.
    String beside = script.env.WORKSPACE_TMP ?: script.pwd(tmp: true)
    String name = 'dcr-login-' + UUID.randomUUID().toString()
    return new PrivateHome(script, script.isUnix(), beside.replace('\\', '/'), name)
  }

  /** Makes it, and tells what is here: dcr-login (`installed`), a DOCKER_AUTH_CONFIG that would win (`shadowed`). */
  List<String> make(List<String> hosts) {
    Map how = [label: 'dcr-login: make a private directory', returnStdout: true]
    String found = script.withEnv(['DCR_LOGIN_HOME=' + path, 'DCR_LOGIN_HOSTS=' + hosts.join(' ')]) {
      return unix ? script.sh([script: MAKE_UNIX] + how) : script.bat([script: MAKE_WINDOWS] + how)
    }
    return found.tokenize()
  }

  /** Never fails the build: the body's own end is what counts. */
  void remove() {
    Map how = [label: 'dcr-login: log out', returnStatus: true]
    Object status = script.withEnv(['DCR_LOGIN_HOME=' + path]) {
      return unix ? script.sh([script: REMOVE_UNIX] + how) : script.bat([script: REMOVE_WINDOWS] + how)
    }
    if (status != 0) {
      script.echo('dcr-login: DCR_STORE_FAILED: ' + path + ' could not be removed and may still hold a login\n' +
        '  Remove it on ' + script.env.NODE_NAME + ', then regenerate the credential if others can read there.')
    }
  }
}
