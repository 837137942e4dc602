#!/bin/sh
# Logs in to a container registry from any POSIX shell, into a private directory, and removes it again.
#   eval "$(dcr-login.sh login)"   DCR_REGISTRY (host/name), DCR_USERNAME and DCR_PASSWORD say where and who
#   dcr-login.sh verify            is the credential right? Asked by dcr-login where that is on PATH, else by curl
#   dcr-login.sh logout            removes what login made: DCR_CONFIG_DIR, else DOCKER_CONFIG and REGISTRY_AUTH_FILE
# DCR_ENGINE: auto, docker, podman, buildah or skopeo. DCR_VERIFY: none, auth, pull or push, proved before the login.
# DCR_CONFIG_DIR: the directory to make, or one that login made, for one more registry. Codes: packages/core/ERRORS.md.

# In a subshell: no option, trap or variable of it reaches the caller, and none of the caller's is relied on.
dcr_login() (
  # First of all: a trace would show the password, and no variable of ours may be exported.
  { set +aeCx && set -fu; } 2>/dev/null
  LC_ALL=C secret=${DCR_PASSWORD-} user=${DCR_USERNAME-} given=${2-${DCR_REGISTRY-}} made='' child='' stored='' nl='
' IFS='
' verify=${DCR_VERIFY:-none} engine=${DCR_ENGINE:-auto} shadow=${DOCKER_AUTH_CONFIG-} input=2:DCR_INPUT_INVALID
  export LC_ALL && umask 077
  unset -f printf docker podman buildah skopeo curl 2>/dev/null
  # A printf that is a program would show its arguments to the whole machine.
  case $(command -v printf) in /*) echo 'dcr-login: DCR_ENGINE_MISSING: this shell has no printf' >&2 && exit 6 ;; esac
  # Editors add a line end or a byte-order mark. Nothing that is started below inherits a token, or the password.
  case $secret in *"$nl") secret=${secret%"$nl"} secret=${secret%"$(printf '\r')"} ;; esac
  case $secret in [!\ -~]*) secret=${secret#"$(printf '\357\273\277')"} ;; esac
  for n in $(export -p); do
    n=${n#export } n=${n#declare -x } n=${n%%=*}
    case $n in PATH | HOME | USER | TMPDIR | PWD | '' | [0-9]* | *[!A-Za-z0-9_]*) continue ;; esac
    case $n in DCR_*_DIR | RUNNER_TEMP | CI_PROJECT_DIR | CI_JOB_ID | WORKSPACE* | XDG_*) continue ;; esac
    case $n in *PASSWORD* | *TOKEN* | DOCKER_AUTH_CONFIG | INPUT_REGISTRIES) unset "$n" ;; esac
    eval "case \${$n-} in *\"\${secret:-\$nl}\"*) unset $n ;; esac"
  done
  # fail EXIT:CODE WHAT [WORDS] ends with one line, all of it data; EXIT:CODE after a ? counts where no row knows WORDS.
  fail() {
    case $user$secret in *"$nl"*) user='' secret='' && set -- "$1" 'the credential has a line break, so no more is shown' ;; esac
    line=$(printf '%s\n' "$1" "$secret" "$user" "$2" "${3-}" | awk '
      function hide(form, at) {
        gsub(/[^ -~]/, " ", form)
        while (length(form) > 3 && (at = index(text, form))) text = substr(text, 1, at - 1) "***" substr(text, at + length(form))
      }
      function base64(s, skip, i, j, n, out) {
        for (i = 1; i <= length(s); i += 3) {
          n = (ord[substr(s, i, 1)] * 256 + ord[substr(s, i + 1, 1)]) * 256 + ord[substr(s, i + 2, 1)]
          for (j = 262144; j >= 1; j /= 64) out = out substr(digits, int(n / j) % 64 + 1, 1)
        }
        return substr(out, skip + 1, int(length(s) * 8 / 6) - skip)
      }
      function clean(s, i, f) {
        text = s; gsub(/[^ -~]/, " ", text)
        for (i = 10; i > 0; i--) {
          f = form[i]; hide(f); hide(tolower(f)); gsub(/%20/, "+", f); hide(f); gsub(/[+]/, "-", f); gsub("/", "_", f); hide(f)
        }
        gsub(/  +/, " ", text); hide(form[10]); gsub(/::/, ": :", text); gsub(/::/, ": :", text); sub(/##\[/, "## [", text); return text
      }
      NR < 5 { line[NR] = $0; next }
      { if (/^time="/) logged = logged " " $0; else words = words " " $0 }
      END {
        code = line[1]; s = form[10] = line[2]; b = "[^a-z0-9_]"; for (i = 1; i < 256; i++) ord[sprintf("%c", i)] = i
        digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        for (i = 1; i <= length(s); i++) {
          c = substr(s, i, 1); hex = sprintf("%02X", ord[c]); form[1] = form[1] hex; form[2] = form[2] "%" hex
          form[3] = form[3] (c ~ /[A-Za-z0-9_.~-]/ ? c : "%" hex)
          form[9] = form[9] (c ~ /[A-Za-z0-9_.~!*()\047-]/ ? c : "%" hex)
          form[4] = form[4] (c ~ /["\\]/ ? "\\" c : c ~ /[&<>]/ ? "\\u00" tolower(hex) : c)
        }
        form[5] = base64(s); form[6] = base64("-" s, 2); form[7] = base64("--" s, 3); form[8] = base64(line[3] ":" s)
        words = clean(words ~ /[^ ]/ ? words : logged); said = tolower(words) " "
        split("6:DCR_STORE_FAILED=error (saving|storing|getting) credentials;5:DCR_TLS_UNTRUSTED=x509|certificate|" \
          "tls: |server gave http response to https client|curl: .(35|5[1348]|60|77|8[0-3]|9[01]).;" \
          "5:DCR_RATE_LIMITED=" b "429" b "|toomanyrequests|too many requests;3:DCR_CREDENTIAL_REJECTED=" b "401" b \
          "|unauthorized|(incorrect|invalid) username( or |/)password|authentication required;" \
          "4:DCR_ACCESS_DENIED=" b "(403|denied)" b "|forbidden;5:DCR_SERVER_ERROR=" b "50[0-9]" b \
          "|internal server error|bad gateway|service unavailable;5:DCR_NOT_A_REGISTRY=" b "404" b "|not found;" \
          "5:DCR_UNREACHABLE=no such host|connection (refused|reset)|network is unreachable|no route to host|" \
          b "eof" b "|curl: .([5-7]|52|56).;5:DCR_TIMEOUT=timeout|deadline exceeded|i/o time|curl: .28.;" \
          substr(code, 2) "=", row, /[=;]/)
        for (i = 2; code ~ /^[?]/; i += 2) if (said ~ row[i]) code = row[i - 1]
        text = clean(line[4]) (words ~ /[^ ]/ ? ": \"" substr(words, 2) "\"" : "")
        print code ": " (length(text) > 300 ? substr(text, 1, 297) "..." : text)
      }') || line="${1#[?]}: the reason cannot be shown without awk"
    printf 'dcr-login: %s\n' "${line#?:}" >&2
    exit "${line%%:*}"
  }
  # Sets host, registry and loopback, by the rules of core's registry/reference.ts, and checks the credential.
  read_inputs() {
    registry=${given#"${given%%[![:space:]]*}"} registry=${registry%"${registry##*[![:space:]]}"} port='' loopback=''
    case $registry in
      '' | *@*) fail $input 'no registry is named, or it has an @ in it; write host/name, such as dcr.nexqloud.io/acme' ;;
      [Hh][Tt][Tt][Pp]://* | [Hh][Tt][Tt][Pp][Ss]://*) registry=${registry#*://} ;;
    esac
    registry=${registry%"${registry##*[!/]}"} host=${registry%%/*} name=${registry#"${registry%%/*}"}
    case $host in *[A-Z]*) host=$(printf '%s' "$host" | tr '[:upper:]' '[:lower:]') ;; esac
    case $host in '['*']') ;; *:*) port=:${host##*:} host=${host%:*} ;; esac
    case ${host%.} in
      '[::1]') loopback=yes ;;
      '['*[!0-9a-f:.]*']' | '[]') port=: ;;
      '['*']') ;;
      *[!a-z0-9.-]* | *..* | [.-]* | *- | *.-* | *-.*) port=: ;;
      127.*[!0-9.]*) ;;
      127.*.*.* | localhost) loopback=yes ;;
    esac
    case $port in : | :*[!0-9]* | :0* | :??????* | :6553[6-9] | :655[4-9]? | :65[6-9]?? | :6[6-9]??? | :[7-9]????) host='' port='' ;; esac
    registry=${host%.}$port$name host=${host%.}$port
    case $host in ?*[.:]* | localhost) ;; *) fail $input "\"$given\" names no host; write host/name" ;; esac
    case $registry in dcr.nexqloud.io | dcr.nexqloud.io/*/*) fail $input "\"$given\" is not host/<name>, as on DCR" ;; esac
    case $name in */[!a-z0-9]* | *[!a-z0-9._/-]* | *..* | *___* | *.[_/-]* | *_[./-]* | *-[._/]* | *[!a-z0-9])
      fail $input "\"$given\" has no name of a registry: lower case, words joined by . _ - /, no tag" ;;
    esac
    [ "${user:+1}${secret:+1}" = 11 ] || fail 2:DCR_CREDENTIAL_MISSING "no username or no password for $registry"
    case $user/$secret in *:*/"$secret" | *[[:cntrl:]]*)
      user='' secret='' && fail $input "credential for $registry: a control character, or a colon in the username" ;;
    esac
  }
  # prove ACTION: by dcr-login, or by curl, which asks without the credential first, and with it where Basic is wanted.
  prove() {
    if command -v dcr-login >/dev/null; then
      printf '%s' "$secret" | dcr-login verify "$registry" -u "$user" --password-stdin --action "$1" >&2 || exit
      return
    fi
    case $1$(command -v curl) in auth/*) ;; *) fail 6:DCR_ENGINE_MISSING "to prove $1 needs dcr-login on PATH" ;; esac
    for n in https ${loopback:+http}; do
      answer=$(printf '%s\n' "$user:$secret" | sed 's/["\\]/\\&/g; s/.*/user = "&"/' | curl -q -sS -m 30 --anyauth -K - \
        --proto "=$n" -o /dev/null -D - -w '\n%{http_code}\n' "$n://$host/v2/" 2>&1 | tr 'A-Z\r' 'a-z ')
      case $answer in *'curl: (35)'*) ;; *) break ;; esac
    done
    case ${answer%%"$nl"*}/${answer##*"$nl"}/$answer in
      *curl:\ \(*) fail '?5:DCR_NOT_A_REGISTRY' "$registry does not answer" "curl:${answer##*curl:}" ;;
      http/*\ 401*/200/*) printf 'dcr-login: %s accepts the credential of %s\n' "$registry" "$user" >&2 ;;
      http/*\ 401*/401/*"${nl}www-authenticate: basic"*) fail 3:DCR_CREDENTIAL_REJECTED "$registry does not accept it" ;;
      http/*\ 401*/401/*"${nl}www-authenticate: bearer"*) fail 6:DCR_ENGINE_MISSING "$registry: tokens need dcr-login" ;;
      http/*\ 200*/200/*) fail 3:DCR_CREDENTIAL_UNPROVEN "$registry lets anybody in, which proves no credential" ;;
      *) fail '?5:DCR_NOT_A_REGISTRY' "$registry does not answer as one" "HTTP ${answer##*"$nl"}" ;;
    esac
  }
  # Sets dir: new, outside of the workspace and seeded, so that docker looks for no credential store; or one of ours.
  make_directory() {
    home=${HOME:-$(eval "printf '%s' ~$(id -un)")} dir=${DCR_CONFIG_DIR-} n=''
    [ -n "$dir" ] || for dir in "${RUNNER_TEMP-}" "${CI_PROJECT_DIR:+$CI_PROJECT_DIR.tmp/dcr-${CI_JOB_ID-0}}" \
      "${WORKSPACE_TMP:-${JENKINS_URL:+${WORKSPACE:+$WORKSPACE@tmp}}}" "${XDG_RUNTIME_DIR:+$XDG_RUNTIME_DIR/dcr-login}" \
      "${DCR_STATE_DIR:-${XDG_STATE_HOME:-$home/.local/state}/dcr-login}/private"; do
      case $dir in /*) [ -d "$dir" ] || mkdir -p -- "$dir" 2>/dev/null; [ ! -L "$dir" ] && [ -w "$dir" ] && n=/dcr-$$ && break ;; esac
    done
    while [ -n "$n" ] && { [ -e "$dir$n" ] || [ -L "$dir$n" ]; }; do n=$n+; done
    [ -n "$n${DCR_CONFIG_DIR-}" ] || fail 6:DCR_STORE_FAILED 'no private directory can be made; set DCR_CONFIG_DIR'
    case $dir in /*) dir=${dir%"${dir##*[!/]}"}$n ;; *) dir=$PWD/${dir%"${dir##*[!/]}"} ;; esac
    [ -d "${dir%/*}/" ] || mkdir -p -- "${dir%/*}/" 2>/dev/null
    case ${DCR_CONFIG_DIR:+$nl$(cd -P -- "${dir%/*}/" 2>/dev/null && pwd -P)/$nl$dir} in
      *"$nl${GITHUB_WORKSPACE:-$nl}"/* | *"$nl${CI_PROJECT_DIR:-$nl}"/* | *"$nl${WORKSPACE:-$nl}"/*)
        fail $input "$dir lies in the workspace, from where files get into images and artifacts" ;;
    esac
    if [ -f "$dir/.dcr-login" ] && [ ! -L "$dir" ] && [ -O "$dir" ]; then
      while read -r n; do [ "$n" != "$key" ] || fail $input "$dir has a login of $key already"; done <"$dir/.dcr-login"
    elif [ -e "$dir" ] || [ -L "$dir" ]; then
      fail $input "$dir is there already; name a directory that is not"
    else
      made=$dir
      mkdir -- "$dir" 2>/dev/null || { made='' && fail 6:DCR_STORE_FAILED "$dir cannot be made; set DCR_CONFIG_DIR"; }
      : >"$dir/.dcr-login" && printf '{"auths":{"x.invalid":{}}}' >"$dir/config.json"
      for n in cli-plugins contexts; do [ ! -d "$home/.docker/$n" ] || ln -s -- "$home/.docker/$n" "$dir/$n"; done
    fi
  }
  log_in() {
    for client in docker podman buildah skopeo none; do
      case $engine in auto | "$client") command -v "$client" >/dev/null && break ;; esac
    done
    [ "$client" != none ] || fail 6:DCR_ENGINE_MISSING "no client on PATH (DCR_ENGINE is $engine); dcr-login needs none"
    case $client in docker) key=$host file=config.json loopback='' ;; *) key=$registry file=auth.json ;; esac
    case $client$secret in docker\ * | docker*\ ) fail $input 'docker drops the spaces at the ends of a password' ;; esac
    make_directory
    export DOCKER_CONFIG="$dir" REGISTRY_AUTH_FILE="$dir/auth.json"
    set -- ${loopback:+--tls-verify=false} --username "$user" --password-stdin "$key"
    printf '%s' "$secret" | "$client" login "$@" >"$dir/.words" 2>&1 &
    child=$! && wait "$child"
    n=$? child=''
    [ $n = 0 ] || fail '?6:DCR_STORE_FAILED' "$registry: $client login ended with $n" "$(cat "$dir/.words")"
    kill -0 $$ 2>/dev/null || exit 143 # Whoever asked was ended meanwhile, alone: nobody would remove this login.
    { while read -r n; do case $n in *"\"$key\""*) stored=yes ;; esac; done <"$dir/$file"; } 2>/dev/null
    [ -n "$stored" ] || fail 6:DCR_STORE_FAILED "$client says that it logged in, but stored nothing in $dir"
    : >"$dir/.words" && printf '%s\n' "$key" >>"$dir/.dcr-login" && made=''
    case $dir in *\'*) dir=$(printf '%s\n' "$dir" | sed "s/'/'\\\\''/g") ;; esac
    case $client in docker) n=DOCKER_CONFIG file='' ;; *) n=REGISTRY_AUTH_FILE file=/$file ;; esac
    printf "%s='%s%s'\nexport %s\n" "$n" "$dir" "$file" "$n"
    case $shadow in *"\"$host\""*) printf 'unset DOCKER_AUTH_CONFIG\n' ;; esac
    printf 'dcr-login: logged in to %s as %s (%s says so)\n' "$registry" "$user" "$client" >&2
  }
  trap '[ -z "$child" ] || { kill -9 "$child" && wait "$child"; } 2>/dev/null; [ -z "$made" ] || rm -rf -- "$made"' EXIT
  trap 'exit 129' HUP && trap 'exit 130' INT && trap 'exit 143' TERM
  case ${2-} in -*) fail $input 'no option is taken, least of all a password, which every process could read' ;; esac
  case $verify in none | auth | pull | push) ;; *) fail $input 'DCR_VERIFY is not none, auth, pull or push' ;; esac
  case $engine in auto | docker | podman | buildah | skopeo) ;; *) fail $input 'DCR_ENGINE is none that is known' ;; esac
  case ${1-} in
    login | verify)
      read_inputs
      case $1$verify in loginnone) ;; verifynone) prove auth ;; *) prove "$verify" ;; esac
      [ "$1" = verify ] || log_in ;;
    logout)
      for n in "${DCR_CONFIG_DIR:-${DOCKER_CONFIG-}}" "${DCR_CONFIG_DIR:-${REGISTRY_AUTH_FILE:+${REGISTRY_AUTH_FILE%/*}}}"; do
        [ ! -f "$n/.dcr-login" ] || [ -L "${n%"${n##*[!/]}"}" ] || rm -rf -- "$n" || fail 6:DCR_STORE_FAILED "$n is still there"
      done ;;
    *) fail $input 'say login, logout or verify' ;;
  esac
)
dcr_login "$@"
