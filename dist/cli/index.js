#!/usr/bin/env node
/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 181:
/***/ ((module) => {

module.exports = require("buffer");

/***/ }),

/***/ 2250:
/***/ ((module) => {

module.exports = require("dns");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = require("events");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = require("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = require("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = require("net");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = require("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = require("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = require("node:crypto");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = require("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = require("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = require("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = require("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = require("node:http");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = require("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = require("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = require("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = require("node:path");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = require("node:process");

/***/ }),

/***/ 481:
/***/ ((module) => {

module.exports = require("node:readline");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = require("node:stream");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = require("node:stream/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = require("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = require("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = require("node:util");

/***/ }),

/***/ 8877:
/***/ ((module) => {

module.exports = require("node:v8");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = require("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = require("os");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = require("process");

/***/ }),

/***/ 4876:
/***/ ((module) => {

module.exports = require("punycode");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = require("stream");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = require("tls");

/***/ }),

/***/ 2018:
/***/ ((module) => {

module.exports = require("tty");

/***/ }),

/***/ 7016:
/***/ ((module) => {

module.exports = require("url");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = require("util");

/***/ }),

/***/ 6773:
/***/ ((module) => {

module.exports = require("vm");

/***/ }),

/***/ 3106:
/***/ ((module) => {

module.exports = require("zlib");

/***/ }),

/***/ 4091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ HELP)
/* harmony export */ });
/** Made by `npm run generate` from the contract. */
const HELP = {
    '': 'dcr-login: one tool for the whole life of a container registry credential\n\n  dcr-login login dcr.nexqloud.io/acme      log in, prove it, remember how to undo it\n  dcr-login verify dcr.nexqloud.io/acme     is this credential right, and for this registry\n  dcr-login demo                            see all of it on an embedded registry\n\nCommands:\n  login        Log in to a registry, prove it, and remember how to undo it\n  logout       Undo exactly what login did and prove that the secret is gone\n  exec         Run a command with a private login that ends with it\n  verify       Prove that a credential opens this registry, or say precisely why not\n  doctor       Say why a login or push does not work: network, TLS, clock, credential, name, rights, files, helpers\n  pull-secret  Create or update Kubernetes pull secrets, and keep what else is in them\n  rotate       Bring a new credential to every place that stores the old one\n  status       List the logins that live here, or with -f what is stored where and how old it is\n  sandbox      Run an embedded registry of DCR’s shape on loopback, to try everything against\n  demo         The whole story on the sandbox in a few seconds, with nothing installed but Node\n  completion   Print the completion script of a shell\n\nRegistry, user and password come from DCR_REGISTRY, DCR_USERNAME and DCR_PASSWORD where no argument says otherwise.\ndcr-login COMMAND --help tells more; --version and --debug exist everywhere, NO_COLOR is honoured.\n',
    login: 'Log in to a registry, prove it, and remember how to undo it.\n\n  dcr-login login dcr.nexqloud.io/acme\n      user and password from DCR_USERNAME and DCR_PASSWORD, or asked for\n  vault read -field=pw dcr | dcr-login login dcr.nexqloud.io/acme -u ci --password-stdin\n      password from a pipe\n  eval "$(dcr-login login --isolate --shell-env sh)"\n      a login that only this shell sees\n  dcr-login login --engine file\n      no docker needed\n  dcr-login login --registries registries.yml\n      many at once, each with a credential of its own\n\nUsage: dcr-login login [OPTIONS] [REGISTRY…]\n\n  REGISTRY                                         host/name; default: DCR_REGISTRY; several share\n                                                   one credential\n  -u, --username NAME                              User name of the credential. (or DCR_USERNAME)\n  --password-stdin                                 Read the password from standard input; one\n                                                   trailing line break is dropped.\n  --password-file FILE                             Read the password from a file; one trailing line\n                                                   break is dropped.\n  --registries FILE                                YAML or JSON list of {registry, username,\n                                                   passwordEnv}, instead of REGISTRY and one\n                                                   credential.\n  --engine auto|docker|podman|buildah|skopeo|file  Client that will use the login; auto: the first\n                                                   of docker, podman, buildah, skopeo that is on\n                                                   PATH; file: none, the configuration is written\n                                                   directly. (default auto)\n  --[no-]isolate                                   A private directory for this login alone;\n                                                   ~/.docker is not touched. Default: off in the\n                                                   CLI, on in the wrappers except on GitHub-hosted\n                                                   runners.\n  --config-dir DIR                                 Directory of the docker configuration, instead of\n                                                   DOCKER_CONFIG; with --isolate the private\n                                                   directory to make.\n  --shell-env sh|powershell|dotenv                 Print the assignment that makes the login visible\n                                                   to other commands.\n  --verify none|auth|pull|push                     What to prove before the client gets the\n                                                   password. What cannot be proved is said; only a\n                                                   refusal fails. (default auth)\n  --repository NAME                                Repository to ask in for --verify pull or push;\n                                                   default: the first that the registry lists.\n  --retries N                                      Tries after the first one, for faults of network\n                                                   and server only. A refusal is never tried again.\n                                                   (default 3)\n  --timeout TIME                                   Time for everything: 60s, 2m; a bare number is\n                                                   seconds. (default 60s)\n  --allow-realm HOST                               Host beside the registry\'s own that may receive\n                                                   the credential as its token service. Repeatable.\n                                                   (or DCR_ALLOW_REALM)\n  --state-dir DIR                                  Where sessions are remembered. Default: the state\n                                                   directory of the platform. (or DCR_STATE_DIR)\n  --json                                           One JSON object on standard output, nothing else\n                                                   there.\n  --debug                                          Stack traces of errors. Holds no secret.\n\nThere is no --password flag: arguments are readable by every process of the machine and end up in\n  logs.\n',
    logout: 'Undo exactly what login did and prove that the secret is gone.\n\n  dcr-login logout\n      every login of this state directory\n  dcr-login logout dcr.nexqloud.io/acme\n      the logins of one registry\n  dcr-login logout --stale\n      what killed jobs have left on this machine\n\nUsage: dcr-login logout [OPTIONS] [REGISTRY…]\n\n  REGISTRY         host/name; none named: all but those of other running jobs\n  --stale          Only logins whose owner has provably ended. A login of a shell belongs to nobody\n                   and is never stale.\n  --timeout TIME   Time for everything: 60s, 2m; a bare number is seconds. (default 60s)\n  --state-dir DIR  Where sessions are remembered. Default: the state directory of the platform. (or\n                   DCR_STATE_DIR)\n  --json           One JSON object on standard output, nothing else there.\n  --debug          Stack traces of errors. Holds no secret.\n\nWhat was stored before the login is put back. A second logout finds nothing to do and succeeds.\nThe login of a job that still runs is left where no registry is named.\n',
    exec: "Run a command with a private login that ends with it.\n\n  dcr-login exec dcr.nexqloud.io/acme -- docker push dcr.nexqloud.io/acme/app\n      push, and leave nothing\n  dcr-login exec dcr.nexqloud.io/acme -- ./release.sh\n      docker, podman and their kin in it see the login\n\nUsage: dcr-login exec [OPTIONS] [REGISTRY] -- CMD…\n\n  REGISTRY                                         host/name; default: DCR_REGISTRY\n  CMD                                              command to run, after --\n  -u, --username NAME                              User name of the credential. (or DCR_USERNAME)\n  --password-stdin                                 Read the password from standard input; one\n                                                   trailing line break is dropped.\n  --password-file FILE                             Read the password from a file; one trailing line\n                                                   break is dropped.\n  --engine auto|docker|podman|buildah|skopeo|file  Client that will use the login; auto: the first\n                                                   of docker, podman, buildah, skopeo that is on\n                                                   PATH; file: none, the configuration is written\n                                                   directly. (default auto)\n  --verify none|auth|pull|push                     What to prove before the client gets the\n                                                   password. What cannot be proved is said; only a\n                                                   refusal fails. (default auth)\n  --repository NAME                                Repository to ask in for --verify pull or push;\n                                                   default: the first that the registry lists.\n  --retries N                                      Tries after the first one, for faults of network\n                                                   and server only. A refusal is never tried again.\n                                                   (default 3)\n  --timeout TIME                                   Time for the login; the command has no limit.\n                                                   60s, 2m; a bare number is seconds. (default 60s)\n  --allow-realm HOST                               Host beside the registry's own that may receive\n                                                   the credential as its token service. Repeatable.\n                                                   (or DCR_ALLOW_REALM)\n  --state-dir DIR                                  Where sessions are remembered. Default: the state\n                                                   directory of the platform. (or DCR_STATE_DIR)\n  --debug                                          Stack traces of errors. Holds no secret.\n\nThe command gets no password of ours in its environment, and DOCKER_AUTH_CONFIG without this host.\n  Signals are passed on.\nExits with the status of the command; 125: the login failed; 126: the command cannot be run; 127: it\n  was not found.\n",
    verify: "Prove that a credential opens this registry, or say precisely why not.\n\n  dcr-login verify dcr.nexqloud.io/acme\n      is the credential right, is the name right\n  dcr-login verify dcr.nexqloud.io/acme --action push --repository api\n      may it push there\n  dcr-login verify dcr.nexqloud.io/acme --json\n      for scripts; the exit code tells the kind of failure\n\nUsage: dcr-login verify [OPTIONS] [REGISTRY]\n\n  REGISTRY                 host/name; default: DCR_REGISTRY\n  -u, --username NAME      User name of the credential. (or DCR_USERNAME)\n  --password-stdin         Read the password from standard input; one trailing line break is\n                           dropped.\n  --password-file FILE     Read the password from a file; one trailing line break is dropped.\n  --action auth|pull|push  What to prove. An upload that push starts is cancelled: nothing changes\n                           on the registry. (default auth)\n  --repository NAME        Repository to ask in; default: the first that the registry lists.\n  --allow-create           Ask for push also where the repository does not exist; some registries\n                           create it then.\n  --retries N              Tries after the first one, for faults of network and server only. A\n                           refusal is never tried again. (default 3)\n  --timeout TIME           Time for everything: 60s, 2m; a bare number is seconds. (default 60s)\n  --allow-realm HOST       Host beside the registry's own that may receive the credential as its\n                           token service. Repeatable. (or DCR_ALLOW_REALM)\n  --json                   One JSON object on standard output, nothing else there.\n  --debug                  Stack traces of errors. Holds no secret.\n\nExit codes: 0 proved, 2 input, 3 credential not accepted or not proved, 4 not for this registry, 5\n  could not be asked.\n",
    doctor: "Say why a login or push does not work: network, TLS, clock, credential, name, rights, files, helpers.\n\n  dcr-login doctor dcr.nexqloud.io/acme\n      with the credential of DCR_USERNAME and DCR_PASSWORD, if any\n  dcr-login doctor dcr.nexqloud.io/acme --repository api\n      may it push there\n  dcr-login doctor dcr.nexqloud.io/acme 2>&1 | tee report.txt\n      to paste into an issue; it holds no secret\n\nUsage: dcr-login doctor [OPTIONS] [REGISTRY]\n\n  REGISTRY                 host/name; default: DCR_REGISTRY; without one only this machine is looked\n                           at\n  -u, --username NAME      User name of the credential. (or DCR_USERNAME)\n  --password-stdin         Read the password from standard input; one trailing line break is\n                           dropped.\n  --password-file FILE     Read the password from a file; one trailing line break is dropped.\n  --action auth|pull|push  Up to where to check. An upload that push starts is cancelled: nothing\n                           changes on the registry. (default push)\n  --repository NAME        Repository to ask in; default: the first that the registry lists.\n  --retries N              Tries after the first one, for faults of network and server only. A\n                           refusal is never tried again. (default 3)\n  --timeout TIME           Time for everything: 60s, 2m; a bare number is seconds. (default 60s)\n  --allow-realm HOST       Host beside the registry's own that may receive the credential as its\n                           token service. Repeatable. (or DCR_ALLOW_REALM)\n  --state-dir DIR          Where sessions are remembered. Default: the state directory of the\n                           platform. (or DCR_STATE_DIR)\n  --json                   One JSON object on standard output, nothing else there.\n  --debug                  Stack traces of errors. Holds no secret.\n\nOne finding a line: ok, info, warning or error, each problem with what to do. The exit status is\n  that of the first error; warnings exit with 0.\nNobody is asked for anything. The credential is sent as often as verify sends it. User names of\n  other logins are shortened and the home directory is written as ~.\n",
    'pull-secret': "Create or update Kubernetes pull secrets, and keep what else is in them.\n\n  dcr-login pull-secret dcr.nexqloud.io/acme -n web -n api\n      show what would be done; nothing is changed\n  dcr-login pull-secret dcr.nexqloud.io/acme -n web --service-account default --apply\n      do it, and let new pods of that account pull with it\n  dcr-login pull-secret dcr.nexqloud.io/acme --namespace-selector team=web --apply\n      in every namespace with this label\n  dcr-login pull-secret dcr.nexqloud.io/acme -o yaml | kubeseal\n      the manifest as kubectl would print it\n\nUsage: dcr-login pull-secret [OPTIONS] [REGISTRY]\n\n  REGISTRY                     host/name; default: DCR_REGISTRY\n  -u, --username NAME          User name of the credential. (or DCR_USERNAME)\n  --password-stdin             Read the password from standard input; one trailing line break is\n                               dropped.\n  --password-file FILE         Read the password from a file; one trailing line break is dropped.\n  --apply                      Do it. Without this flag the plan is shown and nothing is written.\n  -o, --output yaml|json       Print the manifest instead, as kubectl does. No cluster is asked. It\n                               holds the secret.\n  --show-secret                Allow --output in CI, where the log would keep it: base64 defeats the\n                               masking of logs.\n  --name NAME                  Of the secret. (default dcr-credentials)\n  --email ADDRESS              Stored beside the user name, where a tool asks for it.\n  -n, --namespace NAME         Namespace of the secret; default: the context's. Repeatable.\n  --namespace-selector LABELS  Every namespace with these labels, instead of names:\n                               team=web,tier!=test.\n  --context NAME               Context of the kubeconfig; default: its current one.\n  --service-account NAME       Add the secret to the imagePullSecrets of this account, beside those\n                               that are there. Repeatable.\n  --replace                    Delete and create anew what cannot be changed: another type, or\n                               immutable. Pods that start in between cannot pull.\n  --force                      Write also what Argo CD, Flux, Helm or another system owns and may\n                               put back.\n  --verify none|auth|pull      What to prove at the registry before anything is written. What cannot\n                               be proved is said; only a refusal fails. (default auth)\n  --retries N                  Tries after the first one, for faults of network and server only. A\n                               refusal is never tried again. (default 3)\n  --timeout TIME               Time for everything: 60s, 2m; a bare number is seconds. (default 60s)\n  --allow-realm HOST           Host beside the registry's own that may receive the credential as its\n                               token service. Repeatable. (or DCR_ALLOW_REALM)\n  --json                       One JSON object on standard output, nothing else there.\n  --debug                      Stack traces of errors. Holds no secret.\n\nThe cluster is that of KUBECONFIG, else ~/.kube/config, else the one that this process runs in.\n  Plugins of the kubeconfig get none of our secrets.\nOther registries in the secret, other keys, labels, annotations and other pull secrets of an account\n  stay. Where nothing changes, nothing is written.\nExit codes: 0 done, 2 input, 3 and 4 the registry refuses the credential, 5 could not be asked, 7 a\n  namespace was refused.\n",
    rotate: "Bring a new credential to every place that stores the old one.\n\n  dcr-login rotate --dry-run\n      look at every target and print the plan; nothing is changed\n  dcr-login rotate production\n      the credential of this name in dcr-rotate.yml\n  dcr-login rotate --resume\n      continue after a crash, an interruption or a target that failed\n  dcr-login rotate --dry-run --json > plan.json && dcr-login rotate --from-plan plan.json --yes\n      run exactly what was reviewed, or nothing\n\nUsage: dcr-login rotate [OPTIONS] [NAME…]\n\n  NAME                credential of the file; none named: all\n  -f, --file FILE     The rotation file: which credential is stored where. (default dcr-rotate.yml)\n  --dry-run           Look at every target with its real permissions and print the plan. Nothing is\n                      issued or written.\n  --from-plan FILE    Run exactly the plan that --dry-run --json printed; refuse where anything has\n                      changed since.\n  --resume            Continue the rotation that is not complete, with the same credential. Touches\n                      only what is not done.\n  --supersede         Continue it with another credential than before: every target is written\n                      again.\n  --abort             Give up the rotation that is not complete. Targets that have the new\n                      credential keep it.\n  --shard I/N         Write only this part of the targets, with a credential that is given. Default:\n                      JOB_COMPLETION_INDEX and JOB_COMPLETIONS of a Kubernetes Indexed Job.\n  --yes               Do not ask before the first write; only a terminal is asked.\n  --audit-log FILE    Append one JSON line for each effect: when, who, which target, which result.\n  --allow-realm HOST  Host beside the registry's own that may receive the credential as its token\n                      service. Repeatable. (or DCR_ALLOW_REALM)\n  --state-dir DIR     Where journals are kept. Default: the state directory of the platform. (or\n                      DCR_STATE_DIR)\n  --json              One JSON object on standard output, nothing else there.\n  --debug             Stack traces of errors. Holds no secret.\n\nThe new credential comes from the issuer that the file names. From a person: at a hidden prompt, or\n  in DCR_NEW_PASSWORD and DCR_NEW_USERNAME. API tokens come from GITHUB_TOKEN, GITLAB_TOKEN,\n  JENKINS_USER with JENKINS_TOKEN, VAULT_TOKEN, or what tokenEnv names.\nThe old credential is tried at the end: DCR_USERNAME and DCR_PASSWORD, else what the first readable\n  target holds.\nExit codes: 0 complete, 2 input, 7 not complete (rotate --resume continues it), 130 and 143\n  interrupted and resumable.\n",
    status: 'List the logins that live here, or with -f what is stored where and how old it is.\n\n  dcr-login status\n      registry, user, where, since and until when\n  dcr-login status -f dcr-rotate.yml\n      every place of the file: age, in step or drifted, no values\n  dcr-login status -f dcr-rotate.yml --max-age 90d\n      exit 8 where a place is older\n\nUsage: dcr-login status [OPTIONS] [NAME…]\n\n  NAME             credential of the file; none named: all\n  -f, --file FILE  The rotation file: which credential is stored where.\n  --max-age TIME   Fail with DCR_TOO_OLD where a place is older: 90d. Default: maxAge of the\n                   credential in the file.\n  --state-dir DIR  Where sessions are remembered. Default: the state directory of the platform. (or\n                   DCR_STATE_DIR)\n  --json           One JSON object on standard output, nothing else there.\n  --debug          Stack traces of errors. Holds no secret.\n\nA place that cannot be read is in step as far as its time of writing tells, and is marked so.\n',
    sandbox: 'Run an embedded registry of DCR’s shape on loopback, to try everything against.\n\n  dcr-login sandbox\n      two registries with a credential each, until Ctrl-C\n  dcr-login sandbox -- ./try-it.sh\n      as long as the command lives, with DCR_* set for it\n  dcr-login sandbox --auth bearer --registry acme --registry globex\n      with a token service\n\nUsage: dcr-login sandbox [OPTIONS] [-- CMD…]\n\n  CMD                  command to run against it, after --\n  --auth basic|bearer  How it asks for the credential. (default basic)\n  --registry NAME      Name of a registry to have. Repeatable; default: acme and globex.\n  --port PORT          Port on 127.0.0.1; 0: any free one.\n  --json               One JSON object on standard output, nothing else there.\n  --debug              Stack traces of errors. Holds no secret.\n\nIt listens on 127.0.0.1 only. Its credentials are made at start, open nothing else, and are printed.\n',
    demo: 'The whole story on the sandbox in a few seconds, with nothing installed but Node.\n\n  dcr-login demo\n      log in, prove, explain a wrong name, rotate, log out\n\nUsage: dcr-login demo [OPTIONS]\n\n  --json   One JSON object on standard output, nothing else there.\n  --debug  Stack traces of errors. Holds no secret.\n',
    completion: 'Print the completion script of a shell.\n\n  source <(dcr-login completion bash)\n      in ~/.bashrc\n  dcr-login completion zsh > "${fpath[1]}/_dcr-login"\n      once\n  dcr-login completion fish > ~/.config/fish/completions/dcr-login.fish\n      once\n\nUsage: dcr-login completion [OPTIONS] SHELL\n\n  SHELL    bash, zsh or fish\n  --json   One JSON object on standard output, nothing else there.\n  --debug  Stack traces of errors. Holds no secret.\n',
};
//# sourceMappingURL=help.js.map

/***/ }),

/***/ 9376:
/***/ ((__webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__nccwpck_require__.r(__webpack_exports__);
/* harmony import */ var node_process__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1708);
/* harmony import */ var _generated_help_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4091);


// A reader that goes away, as in `dcr-login --help | head`, must not end the command in the middle of its work.
node_process__WEBPACK_IMPORTED_MODULE_0__.stderr.on('error', () => undefined);
node_process__WEBPACK_IMPORTED_MODULE_0__.stdout.on('error', ({ code }) => {
    if (code === 'EPIPE')
        return;
    node_process__WEBPACK_IMPORTED_MODULE_0__.stderr.write(`dcr-login: DCR_STORE_FAILED: the answer could not be written to standard output (${code})\n`);
    node_process__WEBPACK_IMPORTED_MODULE_0__.exitCode = 6;
});
// `--help` is printed before anything else is loaded: commander alone would make it 1.6 × bare node instead of 1.2 ×.
const words = node_process__WEBPACK_IMPORTED_MODULE_0__.argv.slice(2);
const untilDashes = words.includes('--') ? words.slice(0, words.indexOf('--')) : words;
const isHelp = (word, place) => word === '--help' || word === '-h' || (word === 'help' && place === 0);
const asked = untilDashes.filter((word, place) => !isHelp(word, place));
const [topic = ''] = asked.filter((word) => !word.startsWith('-'));
const wantsHelp = words.length === 0 || asked.length < untilDashes.length;
if (wantsHelp && Object.hasOwn(_generated_help_js__WEBPACK_IMPORTED_MODULE_1__/* .HELP */ ._, topic)) {
    node_process__WEBPACK_IMPORTED_MODULE_0__.stdout.write(_generated_help_js__WEBPACK_IMPORTED_MODULE_1__/* .HELP */ ._[topic] ?? '');
}
else {
    const { main } = await Promise.all(/* import() */[__nccwpck_require__.e(353), __nccwpck_require__.e(251)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2251));
    // Of a command that does not exist there is no help either: it is refused like any unknown one.
    const status = await main(wantsHelp ? asked : words);
    node_process__WEBPACK_IMPORTED_MODULE_0__.exitCode ||= status;
}
//# sourceMappingURL=index.js.map
__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/******/ 	// expose the modules object (__webpack_modules__)
/******/ 	__nccwpck_require__.m = __webpack_modules__;
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/async module */
/******/ 	(() => {
/******/ 		var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 		var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 		var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 		var resolveQueue = (queue) => {
/******/ 			if(queue && queue.d < 1) {
/******/ 				queue.d = 1;
/******/ 				queue.forEach((fn) => (fn.r--));
/******/ 				queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 			}
/******/ 		}
/******/ 		var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 			if(dep !== null && typeof dep === "object") {
/******/ 				if(dep[webpackQueues]) return dep;
/******/ 				if(dep.then) {
/******/ 					var queue = [];
/******/ 					queue.d = 0;
/******/ 					dep.then((r) => {
/******/ 						obj[webpackExports] = r;
/******/ 						resolveQueue(queue);
/******/ 					}, (e) => {
/******/ 						obj[webpackError] = e;
/******/ 						resolveQueue(queue);
/******/ 					});
/******/ 					var obj = {};
/******/ 					obj[webpackQueues] = (fn) => (fn(queue));
/******/ 					return obj;
/******/ 				}
/******/ 			}
/******/ 			var ret = {};
/******/ 			ret[webpackQueues] = x => {};
/******/ 			ret[webpackExports] = dep;
/******/ 			return ret;
/******/ 		}));
/******/ 		__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 			var queue;
/******/ 			hasAwait && ((queue = []).d = -1);
/******/ 			var depQueues = new Set();
/******/ 			var exports = module.exports;
/******/ 			var currentDeps;
/******/ 			var outerResolve;
/******/ 			var reject;
/******/ 			var promise = new Promise((resolve, rej) => {
/******/ 				reject = rej;
/******/ 				outerResolve = resolve;
/******/ 			});
/******/ 			promise[webpackExports] = exports;
/******/ 			promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 			module.exports = promise;
/******/ 			body((deps) => {
/******/ 				currentDeps = wrapDeps(deps);
/******/ 				var fn;
/******/ 				var getResult = () => (currentDeps.map((d) => {
/******/ 					if(d[webpackError]) throw d[webpackError];
/******/ 					return d[webpackExports];
/******/ 				}))
/******/ 				var promise = new Promise((resolve) => {
/******/ 					fn = () => (resolve(getResult));
/******/ 					fn.r = 0;
/******/ 					var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 					currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 				});
/******/ 				return fn.r ? promise : getResult();
/******/ 			}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 			queue && queue.d < 0 && (queue.d = 0);
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/create fake namespace object */
/******/ 	(() => {
/******/ 		var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 		var leafPrototypes;
/******/ 		// create a fake namespace object
/******/ 		// mode & 1: value is a module id, require it
/******/ 		// mode & 2: merge all properties of value into the ns
/******/ 		// mode & 4: return value when already ns object
/******/ 		// mode & 16: return value when it's Promise-like
/******/ 		// mode & 8|1: behave like require
/******/ 		__nccwpck_require__.t = function(value, mode) {
/******/ 			if(mode & 1) value = this(value);
/******/ 			if(mode & 8) return value;
/******/ 			if(typeof value === 'object' && value) {
/******/ 				if((mode & 4) && value.__esModule) return value;
/******/ 				if((mode & 16) && typeof value.then === 'function') return value;
/******/ 			}
/******/ 			var ns = Object.create(null);
/******/ 			__nccwpck_require__.r(ns);
/******/ 			var def = {};
/******/ 			leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 			for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 				Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 			}
/******/ 			def['default'] = () => (value);
/******/ 			__nccwpck_require__.d(ns, def);
/******/ 			return ns;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/ensure chunk */
/******/ 	(() => {
/******/ 		__nccwpck_require__.f = {};
/******/ 		// This file contains only the entry chunk.
/******/ 		// The chunk loading function for additional chunks
/******/ 		__nccwpck_require__.e = (chunkId) => {
/******/ 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 				__nccwpck_require__.f[key](chunkId, promises);
/******/ 				return promises;
/******/ 			}, []));
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/get javascript chunk filename */
/******/ 	(() => {
/******/ 		// This function allow to reference async chunks
/******/ 		__nccwpck_require__.u = (chunkId) => {
/******/ 			// return url for filenames based on template
/******/ 			return "" + chunkId + ".index.js";
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	(() => {
/******/ 		// no baseURI
/******/ 		
/******/ 		// object to store loaded chunks
/******/ 		// "1" means "loaded", otherwise not loaded yet
/******/ 		var installedChunks = {
/******/ 			792: 1
/******/ 		};
/******/ 		
/******/ 		// no on chunks loaded
/******/ 		
/******/ 		var installChunk = (chunk) => {
/******/ 			var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
/******/ 			for(var moduleId in moreModules) {
/******/ 				if(__nccwpck_require__.o(moreModules, moduleId)) {
/******/ 					__nccwpck_require__.m[moduleId] = moreModules[moduleId];
/******/ 				}
/******/ 			}
/******/ 			if(runtime) runtime(__nccwpck_require__);
/******/ 			for(var i = 0; i < chunkIds.length; i++)
/******/ 				installedChunks[chunkIds[i]] = 1;
/******/ 		
/******/ 		};
/******/ 		
/******/ 		// require() chunk loading for javascript
/******/ 		__nccwpck_require__.f.require = (chunkId, promises) => {
/******/ 			// "1" is the signal for "already loaded"
/******/ 			if(!installedChunks[chunkId]) {
/******/ 				if(true) { // all chunks have JS
/******/ 					installChunk(require("./" + __nccwpck_require__.u(chunkId)));
/******/ 				} else installedChunks[chunkId] = 1;
/******/ 			}
/******/ 		};
/******/ 		
/******/ 		// no external install chunk
/******/ 		
/******/ 		// no HMR
/******/ 		
/******/ 		// no HMR manifest
/******/ 	})();
/******/ 	
/************************************************************************/
/******/ 	
/******/ 	// startup
/******/ 	// Load entry module and return exports
/******/ 	// This entry module used 'module' so it can't be inlined
/******/ 	var __webpack_exports__ = __nccwpck_require__(9376);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;