"use strict";
exports.id = 251;
exports.ids = [251];
exports.modules = {

/***/ 2251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:process"
var external_node_process_ = __webpack_require__(1708);
// EXTERNAL MODULE: ./packages/core/lib/errors.js
var errors = __webpack_require__(7706);
// EXTERNAL MODULE: ./packages/core/lib/node/cluster/sources.js
var sources = __webpack_require__(9325);
;// CONCATENATED MODULE: ./packages/core/lib/node/clock.js
const nodeClock = {
    now: () => Date.now(),
    // For jitter and names. No secret is made of it, and a name that was guessed is refused by mkdir; node:crypto would add
    // 6 ms to the start of every command.
    random: () => Math.random(),
    sleep: (ms, signal) => new Promise((resolve) => {
        const end = () => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', end);
            resolve();
        };
        const timer = setTimeout(end, ms);
        if (signal?.aborted === true)
            end();
        else
            signal?.addEventListener('abort', end);
    }),
};
//# sourceMappingURL=clock.js.map
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./packages/core/lib/node/environment.js



const PLATFORMS = ['linux', 'darwin', 'win32'];
/** The facts of this process, read once. */
function readEnvironment() {
    const workingDirectory = findWorkingDirectory();
    return {
        variables: { ...external_node_process_.env },
        platform: (PLATFORMS.includes(external_node_process_.platform) ? external_node_process_.platform : 'other'),
        home: external_node_path_.resolve(workingDirectory, findHome()),
        workingDirectory,
        host: (0,external_node_os_.hostname)(),
        uid: external_node_process_.getuid?.(),
    };
}
/** One that was removed has a name still, where nothing is found; the clients of a command in it work all the same. */
function findWorkingDirectory() {
    try {
        return external_node_process_.cwd();
    }
    catch {
        const { PWD: last = '' } = external_node_process_.env;
        return external_node_path_.isAbsolute(last) ? last : external_node_path_.parse(external_node_process_.execPath).root;
    }
}
/**
 * As docker finds it: an empty variable counts as none, and then the user's entry does. A user without one, as containers
 * have them, is at home where docker run says so too. https://pkg.go.dev/github.com/docker/docker/pkg/homedir#Get
 */
function findHome() {
    const given = external_node_process_.env[external_node_process_.platform === 'win32' ? 'USERPROFILE' : 'HOME'] ?? '';
    if (given !== '')
        return given;
    try {
        return (0,external_node_os_.userInfo)().homedir;
    }
    catch {
        return external_node_path_.parse(external_node_process_.execPath).root;
    }
}
//# sourceMappingURL=environment.js.map
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./packages/core/lib/node/file-fault.js

const REMEDY = 'See to that path: who may use it, what stands there, whether its disk is full. Then run the command again.';
/** What the system refuses is a fault of this machine: `DCR_STORE_FAILED`, in words that name the call and the path. */
function tellFault(call) {
    try {
        return call();
    }
    catch (cause) {
        const { code, message } = cause;
        throw code === undefined ? cause : new errors/* DcrError */.ol('DCR_STORE_FAILED', { message, remedy: REMEDY, cause });
    }
}
//# sourceMappingURL=file-fault.js.map
;// CONCATENATED MODULE: ./packages/core/lib/liveness.js
/**
 * Whether a process has certainly ended. What cannot be asked lives: another PID namespace, another machine on the same
 * file system, and a boot that may be another machine's because the machine does not tell its id.
 */
function isProvablyDead(owner, processes) {
    const mine = processes.identify();
    if (mine === undefined)
        return false;
    if (owner.boot !== mine.boot) {
        // Nobody of an earlier boot of this machine lives.
        return owner.machine !== undefined && owner.machine === mine.machine && owner.boot !== undefined;
    }
    if (owner.namespace !== mine.namespace)
        return false;
    const present = processes.identify(owner.pid);
    if (present === undefined)
        return true;
    return present.start !== undefined && owner.start !== undefined && present.start !== owner.start;
}
//# sourceMappingURL=liveness.js.map
;// CONCATENATED MODULE: ./packages/core/lib/node/lock.js





/** A holder of another machine or container cannot be asked whether it lives: it is given this long. Milliseconds. */
const FOREIGN_PATIENCE = 30_000;
/** A lock is held for a few milliseconds; waiting starts short and never gets long. */
const PAUSE = { first: 2, longest: 40 };
/**
 * Runs `work` under the lock of a path: a file beside it that names its holder. A holder that is provably dead loses it
 * at once; one that cannot be asked, after thirty seconds. proper-lockfile was not taken: it knows a dead holder only
 * by age, so that a killed job would make the next one wait ten seconds.
 */
async function holdLock({ target, deadline, work }, ports) {
    const file = `${target}.dcr-lock`;
    // Where the system tells nothing, the process id alone has to do.
    const mine = JSON.stringify(ports.processes.identify() ?? { pid: external_node_process_.pid });
    for (let pause = PAUSE.first; !tellFault(() => tryCreate(file, mine)); pause = Math.min(pause * 2, PAUSE.longest)) {
        if (tellFault(() => breakStale(file, ports)))
            continue;
        if (ports.clock.now() >= deadline) {
            const message = `${target} is locked by ${describeHolder(file)}, which did not let go in time`;
            throw new errors/* DcrError */.ol('DCR_LOCKED', { message });
        }
        await ports.clock.sleep(pause / 2 + (pause / 2) * ports.clock.random());
    }
    const beat = startBeat(file);
    try {
        return await work();
    }
    finally {
        clearInterval(beat);
        // One that was held too long may be somebody else's by now.
        if (readLock(file)?.content === mine)
            external_node_fs_.rmSync(file, { force: true });
    }
}
/** Whoever holds it for long, as a rotation does, shows those who cannot see its process that it lives. */
function startBeat(file) {
    return setInterval(() => {
        const now = new Date();
        // Gone is what it will be in the end.
        external_node_fs_.utimes(file, now, now, () => undefined);
    }, FOREIGN_PATIENCE / 3).unref();
}
function tryCreate(file, content) {
    const temporary = `${file}.${external_node_process_.pid}.${external_node_process_.hrtime.bigint()}`;
    // A hard link appears with its content: no reader ever sees a lock without its holder.
    external_node_fs_.writeFileSync(temporary, content, { flag: 'wx', mode: 0o600 });
    try {
        return succeeds(() => external_node_fs_.linkSync(temporary, file), () => external_node_fs_.writeFileSync(file, content, { flag: 'wx', mode: 0o600 }));
    }
    finally {
        external_node_fs_.rmSync(temporary, { force: true });
    }
}
/** False when the file is there already. File systems without hard links (vfat, some mounts) take the second way. */
function succeeds(create, createWithoutLink) {
    try {
        create();
        return true;
    }
    catch (error) {
        const { code = '' } = error;
        if (code === 'EEXIST')
            return false;
        if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(code))
            throw error;
        return succeeds(createWithoutLink, () => {
            throw error;
        });
    }
}
/**
 * True when there is no lock any more. Of several waiters that find it stale only the one that made the breaker file
 * may remove it, after a second look: a lock that is free to be taken cannot be removed by a latecomer.
 */
function breakStale(file, ports) {
    const seen = readLock(file);
    if (seen === undefined)
        return true;
    if (!isStale(seen, ports))
        return false;
    const breaker = `${file}.break`;
    const made = succeeds(() => external_node_fs_.closeSync(external_node_fs_.openSync(breaker, 'wx', 0o600)), () => undefined);
    if (!made) {
        const since = external_node_fs_.statSync(breaker, { throwIfNoEntry: false })?.mtimeMs;
        if (since !== undefined && ports.clock.now() - since > FOREIGN_PATIENCE)
            external_node_fs_.rmSync(breaker, { force: true });
        return false;
    }
    try {
        const again = readLock(file);
        if (again !== undefined && isStale(again, ports))
            external_node_fs_.rmSync(file, { force: true });
        return true;
    }
    finally {
        external_node_fs_.rmSync(breaker, { force: true });
    }
}
function readLock(file) {
    try {
        const content = external_node_fs_.readFileSync(file, 'utf8');
        const since = external_node_fs_.statSync(file).mtimeMs;
        return { content, since, holder: parseHolder(content) };
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return undefined;
        throw error;
    }
}
function parseHolder(content) {
    try {
        const value = JSON.parse(content);
        return typeof value === 'object' && value !== null && 'pid' in value ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function isStale({ holder, since }, { clock, processes }) {
    if (holder !== undefined && isProvablyDead(holder, processes))
        return true;
    const mine = processes.identify();
    const answers = holder?.start !== undefined && holder.boot === mine?.boot && holder.namespace === mine?.namespace;
    // A holder that can be asked, and lives, keeps its lock.
    return !answers && clock.now() - since > FOREIGN_PATIENCE;
}
function describeHolder(file) {
    const holder = readLock(file)?.holder;
    return holder === undefined ? 'another process' : `process ${holder.pid}`;
}
//# sourceMappingURL=lock.js.map
;// CONCATENATED MODULE: ./packages/core/lib/node/files.js





/** Far above any client configuration, far below what would hurt. */
const READ_LIMIT = 8 * 1024 * 1024;
/**
 * The disk. Synchronous calls behind an asynchronous face: each is a few system calls long, and a thread pool would cost
 * more than they do.
 */
function createNodeFiles(ports) {
    return {
        inspect: async (target, options) => tellFault(() => inspectEntry(target, options?.follow ?? false)),
        apply: async (effect) => tellFault(() => applyEffect(effect)),
        lock: (target, deadline, work) => holdLock({ target, deadline, work: () => cleanBefore(target, work) }, ports),
    };
}
/** A writer that was killed could not remove its temporary file, which holds a login. Nobody writes here now. */
function cleanBefore(target, work) {
    tellFault(() => {
        const real = resolveLink(target);
        const directory = external_node_path_.dirname(real);
        const [start, end] = nameTemporary(real);
        for (const name of external_node_fs_.readdirSync(directory)) {
            if (name.startsWith(start) && name.endsWith(end))
                external_node_fs_.rmSync(external_node_path_.join(directory, name), { force: true });
        }
    });
    return work();
}
function inspectEntry(target, follow) {
    try {
        return readEntry(target, follow);
    }
    catch (error) {
        // Gone between the look at it and the reading, or said to be below what is no directory.
        const { code = '' } = error;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return { kind: 'missing' };
        throw error;
    }
}
function readEntry(target, follow) {
    const stat = (follow ? external_node_fs_.statSync : external_node_fs_.lstatSync)(target, { throwIfNoEntry: false });
    if (stat === undefined)
        return { kind: 'missing' };
    const { uid } = stat;
    const mode = stat.mode & 0o7777;
    if (stat.isSymbolicLink())
        return { kind: 'link', target: external_node_fs_.readlinkSync(target) };
    if (stat.isDirectory())
        return { kind: 'directory', mode, uid, names: external_node_fs_.readdirSync(target).toSorted(), real: external_node_fs_.realpathSync(target) };
    if (!stat.isFile() || stat.size > READ_LIMIT)
        return { kind: 'other' };
    return { kind: 'file', mode, uid, text: external_node_fs_.readFileSync(target, 'utf8') };
}
function applyEffect(effect) {
    switch (effect.do) {
        case 'make-private':
            external_node_fs_.mkdirSync(effect.path, { mode: 0o700 });
            return;
        case 'make-directory':
            external_node_fs_.mkdirSync(effect.path, { recursive: true, mode: 0o700 });
            return;
        case 'write':
            writeNew(effect.path, effect.text);
            return;
        case 'replace':
            replaceDurably(effect.path, effect.text);
            return;
        case 'append':
            appendDurably(effect.path, effect.text);
            return;
        case 'link':
            // A junction needs no privilege on Windows; elsewhere the kind is ignored.
            external_node_fs_.symlinkSync(effect.target, effect.path, 'junction');
            return;
        case 'remove':
            external_node_fs_.rmSync(effect.path, { recursive: true, force: true, maxRetries: 3 });
            return;
    }
}
/** For a directory that is ours alone: whole or not at all, without the price of fsync. */
function writeNew(target, text) {
    const temporary = `${target}.${external_node_process_.pid}.new`;
    external_node_fs_.writeFileSync(temporary, text, { mode: 0o600 });
    external_node_fs_.renameSync(temporary, target);
}
function replaceDurably(target, text) {
    const real = resolveLink(target);
    const old = external_node_fs_.statSync(real, { throwIfNoEntry: false });
    const temporary = external_node_path_.join(external_node_path_.dirname(real), nameTemporary(real).join(String(external_node_process_.pid)));
    external_node_fs_.rmSync(temporary, { force: true });
    // wx: nothing that was planted under this name is followed.
    const file = external_node_fs_.openSync(temporary, 'wx', 0o600);
    try {
        try {
            external_node_fs_.writeFileSync(file, text);
            if (old !== undefined)
                keepOwner(file, old);
            external_node_fs_.fsyncSync(file);
        }
        finally {
            external_node_fs_.closeSync(file);
        }
        external_node_fs_.renameSync(temporary, real);
    }
    catch (error) {
        external_node_fs_.rmSync(temporary, { force: true });
        throw error;
    }
    syncDirectory(external_node_path_.dirname(real));
}
function appendDurably(target, text) {
    const { O_APPEND, O_CREAT, O_NOFOLLOW = 0, O_WRONLY } = external_node_fs_.constants;
    const isNew = !external_node_fs_.existsSync(target);
    const file = external_node_fs_.openSync(target, O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW, 0o600);
    try {
        external_node_fs_.writeFileSync(file, text);
        external_node_fs_.fsyncSync(file);
    }
    finally {
        external_node_fs_.closeSync(file);
    }
    if (isNew)
        syncDirectory(external_node_path_.dirname(target));
}
/** What a temporary file's name begins and ends with, around the id of its process. */
function nameTemporary(real) {
    return [`.${external_node_path_.basename(real)}.`, '.dcr-new'];
}
function keepOwner(file, old) {
    if (external_node_process_.platform === 'win32')
        return;
    const present = external_node_fs_.fstatSync(file);
    // Owner first: chown clears the set-id bits of a mode.
    if (present.uid !== old.uid || present.gid !== old.gid)
        external_node_fs_.fchownSync(file, old.uid, old.gid);
    external_node_fs_.fchmodSync(file, old.mode & 0o7777);
}
/** The file that a link stands for, also when it does not exist yet. */
function resolveLink(target) {
    let real = target;
    for (let hops = 0; hops < 40; hops += 1) {
        const stat = external_node_fs_.lstatSync(real, { throwIfNoEntry: false });
        if (!stat?.isSymbolicLink())
            return real;
        real = external_node_path_.resolve(external_node_path_.dirname(real), external_node_fs_.readlinkSync(real));
    }
    throw Object.assign(new Error(`ELOOP: too many symbolic links, '${target}'`), { code: 'ELOOP' });
}
/** A rename is only as durable as its directory. Windows and some network file systems cannot sync one. */
function syncDirectory(directory) {
    if (external_node_process_.platform === 'win32')
        return;
    const handle = external_node_fs_.openSync(directory, 'r');
    try {
        external_node_fs_.fsyncSync(handle);
    }
    catch {
        // The content itself is on disk; what is lost by a power cut here is the new name, and the old file is whole.
    }
    finally {
        external_node_fs_.closeSync(handle);
    }
}
//# sourceMappingURL=files.js.map
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./packages/core/lib/node/executable.js



/** The executable that a shell would run for this name. What lies in the working directory is never taken. */
function findExecutable(name, { platform, env }, isExecutable = canRun) {
    const windows = platform === 'win32';
    const { isAbsolute, join } = windows ? external_node_path_.win32 : external_node_path_.posix;
    const places = windows ? splitWindowsPath(env['PATH'] ?? '') : (env['PATH'] ?? '').split(':');
    for (const place of places.filter((given) => isAbsolute(given))) {
        const file = listEndings(name, { platform, env })
            .map((ending) => join(place, name + ending))
            .find((candidate) => isExecutable(candidate));
        if (file !== undefined)
            return file;
    }
    return undefined;
}
/** A place that holds the delimiter stands in quotes. */
function splitWindowsPath(text) {
    return (text.match(/(?:"[^"]*"?|[^;"])+/gu) ?? []).map((place) => place.replaceAll('"', ''));
}
/**
 * How a program is called. Node runs .cmd and .bat only by way of cmd.exe, which takes its command line apart anew:
 * https://nodejs.org/api/child_process.html#spawning-bat-and-cmd-files-on-windows
 * Throws `DCR_INPUT_INVALID` for an argument that cmd.exe would not pass on as it is, such as `ci&calc`.
 */
function planCall({ file, args }, platform) {
    if (platform !== 'win32' || !/\.(?:cmd|bat)$/iu.test(file))
        return { file, shell: false };
    if (args.every((argument) => /^[\w$@.:/\\+~-]+$/u.test(argument)))
        return { file: `"${file}"`, shell: true };
    throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', {
        message: `${file} is a batch file, which cannot be given a user name with blanks or special characters`,
        remedy: 'Put the real docker.exe before it on PATH, or use --engine file.',
    });
}
/** On Windows `docker` may be docker.exe or a shim such as docker.cmd: PATHEXT says what counts, in this order. */
function listEndings(name, { platform, env }) {
    if (platform !== 'win32')
        return [''];
    const endings = (env['PATHEXT'] || '.COM;.EXE;.BAT;.CMD').toLowerCase().split(';').filter(Boolean);
    return endings.some((ending) => name.toLowerCase().endsWith(ending)) ? [''] : endings;
}
function canRun(file) {
    try {
        // Most places on PATH hold no such file: to make an exception of each takes a millisecond before docker is started.
        if (external_node_fs_.statSync(file, { throwIfNoEntry: false })?.isFile() !== true)
            return false;
        external_node_fs_.accessSync(file, external_node_fs_.constants.X_OK);
        return true;
    }
    catch {
        return false;
    }
}
//# sourceMappingURL=executable.js.map
;// CONCATENATED MODULE: ./packages/core/lib/node/machine-id.js

/** https://github.com/torvalds/linux/blob/master/include/linux/proc_ns.h, PROC_PID_INIT_INO and PROC_CGROUP_INIT_INO */
const FIRST = { pid: 'pid:[4026531836]', cgroup: 'cgroup:[4026531835]' };
/**
 * In a container the id is that of an image, and the same on every machine that runs it. One that shares the pids of its
 * machine (`--pid=host`, `hostPID`) is told by its mark, and one of containerd, which leaves none, by its cgroups.
 */
function isMachineItself({ pid, cgroup, marked }) {
    return !marked && pid === FIRST.pid && (cgroup === undefined || cgroup === FIRST.cgroup);
}
/** The id of this machine; undefined in a container, and where the system does not tell it. */
function readMachineId() {
    const marked = ['/.dockerenv', '/run/.containerenv'].some((mark) => external_node_fs_.existsSync(mark));
    const [pid, cgroup] = ['pid', 'cgroup'].map((kind) => attempt(() => external_node_fs_.readlinkSync(`/proc/self/ns/${kind}`)));
    if (!isMachineItself({ pid, cgroup, marked }))
        return undefined;
    return attempt(() => external_node_fs_.readFileSync('/etc/machine-id', 'utf8').trim()) || undefined;
}
function attempt(read) {
    try {
        return read();
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=machine-id.js.map
;// CONCATENATED MODULE: ./packages/core/lib/node/processes.js





const OUTPUT_LIMIT = 64 * 1024;
/** Between asking a child to end and ending it. Milliseconds. */
const GRACE = 1000;
const nodeProcesses = {
    find: (name) => findExecutable(name, external_node_process_),
    start: startProcess,
    identify: identifyProcess,
};
function startProcess({ file, args, env, signal }) {
    const call = planCall({ file, args }, external_node_process_.platform);
    let child;
    try {
        child = (0,external_node_child_process_.spawn)(call.file, args, { env: { ...env }, shell: call.shell, stdio: 'pipe', windowsHide: true });
    }
    catch (error) {
        // Node tells of some faults at once, such as ETXTBSY and E2BIG, and of others by an event.
        const { message } = error;
        return {
            finish: async () => ({ status: null, signal: null, stdout: '', stderr: message }),
            kill: async () => undefined,
        };
    }
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) {
        child[name].setEncoding('utf8').on('data', (text) => {
            output[name] = (output[name] + text).slice(0, OUTPUT_LIMIT);
        });
    }
    // A child that ends without reading breaks the pipe; its exit status says more than EPIPE does.
    child.stdin.on('error', () => undefined);
    const ended = new Promise((resolve) => {
        child.on('error', (error) => resolve({ status: null, signal: null, stdout: '', stderr: error.message }));
        child.on('close', (status, killed) => resolve({ status, signal: killed, ...output }));
    });
    // A child of the child may hold the pipes open: of one that is stopped, only its own end is waited for.
    const letGo = () => {
        const close = () => {
            for (const stream of child.stdio)
                stream?.destroy();
        };
        if (child.exitCode !== null || child.signalCode !== null)
            close();
        else
            child.once('exit', close);
    };
    const stop = () => {
        letGo();
        child.kill('SIGTERM');
        const hard = setTimeout(() => child.kill('SIGKILL'), GRACE);
        void ended.then(() => clearTimeout(hard));
    };
    if (signal?.aborted === true)
        stop();
    signal?.addEventListener('abort', stop, { once: true });
    void ended.then(() => signal?.removeEventListener('abort', stop));
    return {
        finish: (stdin) => {
            child.stdin.end(stdin);
            return ended;
        },
        kill: async () => {
            letGo();
            child.kill('SIGKILL');
            await ended;
        },
    };
}
/** Linux tells boot, namespace and start time; elsewhere only whether the process lives can be told without a child. */
function identifyProcess(pid = external_node_process_.pid) {
    if (external_node_process_.platform !== 'linux')
        return isAlive(pid) ? { pid } : undefined;
    try {
        // Field 22, start time in clock ticks since boot; the second field is a name in brackets that may hold anything.
        const stat = external_node_fs_.readFileSync(`/proc/${pid}/stat`, 'utf8');
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        // A zombie has ended; it only waits for its parent to notice.
        if (fields[0] === 'Z' || fields[0] === 'X')
            return undefined;
        const boot = external_node_fs_.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
        const namespace = external_node_fs_.readlinkSync('/proc/self/ns/pid');
        const machine = readMachineId();
        const told = machine === undefined ? {} : { machine };
        return { pid, ...told, boot, namespace, start: fields[19] ?? '' };
    }
    catch {
        return undefined;
    }
}
function isAlive(pid) {
    try {
        external_node_process_.kill(pid, 0);
        return true;
    }
    catch (error) {
        return error.code === 'EPERM';
    }
}
//# sourceMappingURL=processes.js.map
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: ./packages/core/lib/node/bounds.js
var node_bounds = __webpack_require__(9709);
;// CONCATENATED MODULE: ./packages/core/lib/node/tls-sniff.js


/** A server that takes this long to answer a greeting is asked in full, with the time that a request has. Milliseconds. */
const PATIENCE = 1000;
/** Of the records that a TLS server can begin with: alert and handshake. https://www.rfc-editor.org/rfc/rfc8446#section-5.1 */
const RECORD_TYPES = [0x15, 0x16];
/**
 * Whether a port of this machine speaks TLS: it is greeted with a ClientHello of our own. What answers in any other way, or
 * hangs up without a word, does not; who cannot be reached or stays silent is taken for one that does, and asked in full.
 *
 * This is one round trip without node:tls and node:https, which take 15 ms to load and to fail: `action login, verify auth`
 * of `npm run bench` went from 1.7 to 1.3 × (bare node + bare docker login).
 */
function speaksTls(origin, bounds) {
    const host = origin.hostname.replace(/^\[|\]$/gu, '');
    const port = Number(origin.port || (origin.protocol === 'https:' ? 443 : 80));
    return new Promise((resolve) => {
        let connected = false;
        const socket = external_node_net_.connect({ host, port });
        const end = (answer) => {
            socket.destroy();
            resolve(answer);
        };
        const timeout = Math.min(PATIENCE, bounds.timeout / 2);
        const letGo = (0,node_bounds/* bindBounds */.B)({ ...bounds, timeout }, () => end(true));
        socket.once('close', letGo);
        socket.once('connect', () => {
            connected = true;
            socket.write(composeHello());
            bounds.meanwhile?.();
        });
        socket.once('data', (bytes) => end(RECORD_TYPES.includes(bytes[0] ?? 0)));
        socket.once('end', () => end(false));
        socket.once('error', () => end(!connected));
    });
}
/**
 * The smallest ClientHello of TLS 1.2. Its random part begins with an empty line, so that a server of lines answers at once
 * instead of waiting for the rest of one.
 */
function composeHello() {
    const random = Buffer.alloc(32, '\r\n\r\n');
    const suites = Buffer.from([0xc0, 0x2f, 0xc0, 0x2b, 0x00, 0x2f]);
    const body = Buffer.concat([
        Buffer.from([3, 3]),
        random,
        Buffer.from([0, 0, suites.length]),
        suites,
        Buffer.from([1, 0]),
    ]);
    const handshake = Buffer.concat([Buffer.from([1, 0, 0, body.length]), body]);
    return Buffer.concat([Buffer.from([0x16, 3, 1, 0, handshake.length]), handshake]);
}
//# sourceMappingURL=tls-sniff.js.map
;// CONCATENATED MODULE: ./packages/core/lib/node/login-ports.js






/** The real world of a program that logs in and out and no more: nothing of Kubernetes is bundled into it. */
function createLoginPorts() {
    const environment = readEnvironment();
    return {
        clock: nodeClock,
        clusters: {
            isInside: () => false,
            open: () => Promise.reject(new errors/* DcrError */.ol('DCR_INTERNAL', { message: 'this program asks no cluster' })),
        },
        environment,
        files: createNodeFiles({ clock: nodeClock, processes: nodeProcesses }),
        http: createLazyHttp(environment),
        processes: nodeProcesses,
    };
}
/** Node's https takes about 15 ms to load: docker is started before, and a logout never needs it. */
function createLazyHttp(environment) {
    let client;
    const load = () => (client ??= __webpack_require__.e(/* import() */ 652).then(__webpack_require__.bind(__webpack_require__, 652)).then(({ createSystemHttp }) => createSystemHttp(environment)));
    return {
        request: async (request) => (await load()).request(request),
        // Whatever the answer is, a request comes next: its client is loaded while the port thinks about the greeting.
        speaksTls: (origin, bounds) => speaksTls(origin, { ...bounds, meanwhile: () => void load() }),
        inspect: async (origin, bounds) => (await load()).inspect(origin, bounds),
    };
}
//# sourceMappingURL=login-ports.js.map
;// CONCATENATED MODULE: ./packages/core/lib/node/ports.js



/** The real world, for this process. */
function createNodePorts() {
    const ports = createLoginPorts();
    return { ...ports, clusters: createLazyClusters(ports.environment) };
}
/** The library behind it takes 400 ms to load. */
function createLazyClusters(environment) {
    let clusters;
    const world = { environment, processes: nodeProcesses };
    return {
        isInside: () => (0,sources/* isInsidePod */.U)(environment),
        open: async (context) => {
            clusters ??= Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(37), __webpack_require__.e(370)]).then(__webpack_require__.bind(__webpack_require__, 6370)).then(({ createNodeClusters }) => createNodeClusters(world));
            return (await clusters).open(context);
        },
    };
}
//# sourceMappingURL=ports.js.map
// EXTERNAL MODULE: ./packages/core/lib/login/engines/name.js
var engines_name = __webpack_require__(9096);
;// CONCATENATED MODULE: ./packages/core/lib/contract/common.js

/** Options that several commands share, word for word. */
const COMMON = {
    username: {
        type: 'text',
        short: 'u',
        variable: 'DCR_USERNAME',
        placeholder: 'NAME',
        help: 'User name of the credential.',
        surfaces: ['cli', 'action'],
    },
    'password-stdin': {
        type: 'flag',
        help: 'Read the password from standard input; one trailing line break is dropped.',
        surfaces: ['cli'],
    },
    'password-file': {
        type: 'text',
        placeholder: 'FILE',
        help: 'Read the password from a file; one trailing line break is dropped.',
        surfaces: ['cli'],
    },
    engine: {
        type: 'choice',
        choices: ['auto', ...engines_name/* ENGINES */.ug],
        default: 'auto',
        help: 'Client that will use the login; auto: the first of docker, podman, buildah, skopeo that is on PATH; file: none, the configuration is written directly.',
        surfaces: ['cli', 'action'],
    },
    verify: {
        type: 'choice',
        choices: ['none', 'auth', 'pull', 'push'],
        default: 'auth',
        help: 'What to prove before the client gets the password. What cannot be proved is said; only a refusal fails.',
        surfaces: ['cli', 'action'],
    },
    repository: {
        type: 'text',
        placeholder: 'NAME',
        help: 'Repository to ask in for --verify pull or push; default: the first that the registry lists.',
        surfaces: ['cli'],
    },
    retries: {
        type: 'number',
        default: '3',
        placeholder: 'N',
        help: 'Tries after the first one, for faults of network and server only. A refusal is never tried again.',
        surfaces: ['cli', 'action'],
    },
    timeout: {
        type: 'duration',
        default: '60s',
        placeholder: 'TIME',
        help: 'Time for everything: 60s, 2m; a bare number is seconds.',
        surfaces: ['cli', 'action'],
    },
    'allow-realm': {
        type: 'list',
        variable: 'DCR_ALLOW_REALM',
        placeholder: 'HOST',
        help: "Host beside the registry's own that may receive the credential as its token service. Repeatable.",
        surfaces: ['cli'],
    },
    'state-dir': {
        type: 'text',
        variable: 'DCR_STATE_DIR',
        placeholder: 'DIR',
        help: 'Where sessions are remembered. Default: the state directory of the platform.',
        surfaces: ['cli'],
    },
    json: { type: 'flag', help: 'One JSON object on standard output, nothing else there.', surfaces: ['cli'] },
    debug: { type: 'flag', help: 'Stack traces of errors. Holds no secret.', surfaces: ['cli'] },
};
/** What a command that takes a credential has. */
const CREDENTIAL = {
    username: COMMON.username,
    'password-stdin': COMMON['password-stdin'],
    'password-file': COMMON['password-file'],
};
/** What a command that only asks has: for which action, and where. */
const QUESTION = {
    action: {
        type: 'choice',
        choices: ['auth', 'pull', 'push'],
        default: 'auth',
        help: 'What to prove. An upload that push starts is cancelled: nothing changes on the registry.',
        surfaces: ['cli'],
    },
    repository: {
        type: 'text',
        placeholder: 'NAME',
        help: 'Repository to ask in; default: the first that the registry lists.',
        surfaces: ['cli'],
    },
};
/** What every command has. */
const EVERYWHERE = { json: COMMON.json, debug: COMMON.debug };
//# sourceMappingURL=common.js.map
;// CONCATENATED MODULE: ./packages/core/lib/contract/completion.js

const COMPLETION = {
    name: 'completion',
    summary: 'Print the completion script of a shell',
    examples: [
        { line: 'source <(dcr-login completion bash)', says: 'in ~/.bashrc' },
        { line: 'dcr-login completion zsh > "${fpath[1]}/_dcr-login"', says: 'once' },
        { line: 'dcr-login completion fish > ~/.config/fish/completions/dcr-login.fish', says: 'once' },
    ],
    arguments: [{ name: 'SHELL', help: 'bash, zsh or fish', required: true, choices: ['bash', 'zsh', 'fish'] }],
    options: { ...EVERYWHERE },
};
//# sourceMappingURL=completion.js.map
;// CONCATENATED MODULE: ./packages/core/lib/contract/demo.js

const DEMO = {
    name: 'demo',
    summary: 'The whole story on the sandbox in a few seconds, with nothing installed but Node',
    examples: [{ line: 'dcr-login demo', says: 'log in, prove, explain a wrong name, rotate, log out' }],
    arguments: [],
    options: { ...EVERYWHERE },
};
//# sourceMappingURL=demo.js.map
;// CONCATENATED MODULE: ./packages/core/lib/contract/doctor.js

const DOCTOR = {
    name: 'doctor',
    summary: 'Say why a login or push does not work: network, TLS, clock, credential, name, rights, files, helpers',
    examples: [
        {
            line: 'dcr-login doctor dcr.nexqloud.io/acme',
            says: 'with the credential of DCR_USERNAME and DCR_PASSWORD, if any',
        },
        { line: 'dcr-login doctor dcr.nexqloud.io/acme --repository api', says: 'may it push there' },
        {
            line: 'dcr-login doctor dcr.nexqloud.io/acme 2>&1 | tee report.txt',
            says: 'to paste into an issue; it holds no secret',
        },
    ],
    arguments: [
        {
            name: 'REGISTRY',
            help: 'host/name; default: DCR_REGISTRY; without one only this machine is looked at',
            required: false,
        },
    ],
    options: {
        ...CREDENTIAL,
        action: {
            ...QUESTION.action,
            default: 'push',
            help: 'Up to where to check. An upload that push starts is cancelled: nothing changes on the registry.',
        },
        repository: QUESTION.repository,
        retries: COMMON.retries,
        timeout: COMMON.timeout,
        'allow-realm': COMMON['allow-realm'],
        'state-dir': COMMON['state-dir'],
        ...EVERYWHERE,
    },
    notes: [
        'One finding a line: ok, info, warning or error, each problem with what to do. The exit status is that of the first error; warnings exit with 0.',
        'Nobody is asked for anything. The credential is sent as often as verify sends it. User names of other logins are shortened and the home directory is written as ~.',
    ],
};
//# sourceMappingURL=doctor.js.map
;// CONCATENATED MODULE: ./packages/core/lib/contract/exec.js

const EXEC = {
    name: 'exec',
    summary: 'Run a command with a private login that ends with it',
    examples: [
        {
            line: 'dcr-login exec dcr.nexqloud.io/acme -- docker push dcr.nexqloud.io/acme/app',
            says: 'push, and leave nothing',
        },
        {
            line: 'dcr-login exec dcr.nexqloud.io/acme -- ./release.sh',
            says: 'docker, podman and their kin in it see the login',
        },
    ],
    arguments: [
        { name: 'REGISTRY', help: 'host/name; default: DCR_REGISTRY', required: false },
        { name: 'CMD', help: 'command to run, after --', required: true, repeated: true },
    ],
    options: {
        ...CREDENTIAL,
        engine: COMMON.engine,
        verify: COMMON.verify,
        repository: COMMON.repository,
        retries: COMMON.retries,
        timeout: {
            ...COMMON.timeout,
            help: 'Time for the login; the command has no limit. 60s, 2m; a bare number is seconds.',
        },
        'allow-realm': COMMON['allow-realm'],
        'state-dir': COMMON['state-dir'],
        debug: COMMON.debug,
    },
    notes: [
        'The command gets no password of ours in its environment, and DOCKER_AUTH_CONFIG without this host. Signals are passed on.',
        'Exits with the status of the command; 125: the login failed; 126: the command cannot be run; 127: it was not found.',
    ],
};
//# sourceMappingURL=exec.js.map
;// CONCATENATED MODULE: ./packages/core/lib/contract/login.js

const LOGIN = {
    name: 'login',
    summary: 'Log in to a registry, prove it, and remember how to undo it',
    examples: [
        {
            line: 'dcr-login login dcr.nexqloud.io/acme',
            says: 'user and password from DCR_USERNAME and DCR_PASSWORD, or asked for',
        },
        {
            line: 'vault read -field=pw dcr | dcr-login login dcr.nexqloud.io/acme -u ci --password-stdin',
            says: 'password from a pipe',
        },
        { line: 'eval "$(dcr-login login --isolate --shell-env sh)"', says: 'a login that only this shell sees' },
        { line: 'dcr-login login --engine file', says: 'no docker needed' },
        { line: 'dcr-login login --registries registries.yml', says: 'many at once, each with a credential of its own' },
    ],
    arguments: [
        {
            name: 'REGISTRY',
            help: 'host/name; default: DCR_REGISTRY; several share one credential',
            required: false,
            repeated: true,
        },
    ],
    options: {
        ...CREDENTIAL,
        registries: {
            type: 'text',
            placeholder: 'FILE',
            help: 'YAML or JSON list of {registry, username, passwordEnv}, instead of REGISTRY and one credential.',
            surfaces: ['cli'],
        },
        engine: COMMON.engine,
        isolate: {
            type: 'flag',
            negatable: true,
            help: 'A private directory for this login alone; ~/.docker is not touched. Default: off in the CLI, on in the wrappers except on GitHub-hosted runners.',
            surfaces: ['cli', 'action'],
        },
        'config-dir': {
            type: 'text',
            placeholder: 'DIR',
            help: 'Directory of the docker configuration, instead of DOCKER_CONFIG; with --isolate the private directory to make.',
            surfaces: ['cli'],
        },
        'shell-env': {
            type: 'choice',
            choices: ['sh', 'powershell', 'dotenv'],
            help: 'Print the assignment that makes the login visible to other commands.',
            surfaces: ['cli'],
        },
        verify: COMMON.verify,
        repository: COMMON.repository,
        retries: COMMON.retries,
        timeout: COMMON.timeout,
        'allow-realm': COMMON['allow-realm'],
        'state-dir': COMMON['state-dir'],
        ...EVERYWHERE,
    },
    notes: ['There is no --password flag: arguments are readable by every process of the machine and end up in logs.'],
};
//# sourceMappingURL=login.js.map
;// CONCATENATED MODULE: ./packages/core/lib/contract/logout.js

const LOGOUT = {
    name: 'logout',
    summary: 'Undo exactly what login did and prove that the secret is gone',
    examples: [
        { line: 'dcr-login logout', says: 'every login of this state directory' },
        { line: 'dcr-login logout dcr.nexqloud.io/acme', says: 'the logins of one registry' },
        { line: 'dcr-login logout --stale', says: 'what killed jobs have left on this machine' },
    ],
    arguments: [
        {
            name: 'REGISTRY',
            help: 'host/name; none named: all but those of other running jobs',
            required: false,
            repeated: true,
        },
    ],
    options: {
        stale: {
            type: 'flag',
            help: 'Only logins whose owner has provably ended. A login of a shell belongs to nobody and is never stale.',
            surfaces: ['cli'],
        },
        timeout: COMMON.timeout,
        'state-dir': COMMON['state-dir'],
        ...EVERYWHERE,
    },
    notes: [
        'What was stored before the login is put back. A second logout finds nothing to do and succeeds.',
        'The login of a job that still runs is left where no registry is named.',
    ],
};
//# sourceMappingURL=logout.js.map
;// CONCATENATED MODULE: ./packages/core/lib/contract/pull-secret.js

const PULL_SECRET = {
    name: 'pull-secret',
    summary: 'Create or update Kubernetes pull secrets, and keep what else is in them',
    examples: [
        {
            line: 'dcr-login pull-secret dcr.nexqloud.io/acme -n web -n api',
            says: 'show what would be done; nothing is changed',
        },
        {
            line: 'dcr-login pull-secret dcr.nexqloud.io/acme -n web --service-account default --apply',
            says: 'do it, and let new pods of that account pull with it',
        },
        {
            line: 'dcr-login pull-secret dcr.nexqloud.io/acme --namespace-selector team=web --apply',
            says: 'in every namespace with this label',
        },
        {
            line: 'dcr-login pull-secret dcr.nexqloud.io/acme -o yaml | kubeseal',
            says: 'the manifest as kubectl would print it',
        },
    ],
    arguments: [{ name: 'REGISTRY', help: 'host/name; default: DCR_REGISTRY', required: false }],
    options: {
        ...CREDENTIAL,
        apply: {
            type: 'flag',
            help: 'Do it. Without this flag the plan is shown and nothing is written.',
            surfaces: ['cli'],
        },
        output: {
            type: 'choice',
            short: 'o',
            choices: ['yaml', 'json'],
            help: 'Print the manifest instead, as kubectl does. No cluster is asked. It holds the secret.',
            surfaces: ['cli'],
        },
        'show-secret': {
            type: 'flag',
            help: 'Allow --output in CI, where the log would keep it: base64 defeats the masking of logs.',
            surfaces: ['cli'],
        },
        name: {
            type: 'text',
            default: 'dcr-credentials',
            placeholder: 'NAME',
            help: 'Of the secret.',
            surfaces: ['cli'],
        },
        email: {
            type: 'text',
            placeholder: 'ADDRESS',
            help: 'Stored beside the user name, where a tool asks for it.',
            surfaces: ['cli'],
        },
        namespace: {
            type: 'list',
            short: 'n',
            placeholder: 'NAME',
            help: "Namespace of the secret; default: the context's. Repeatable.",
            surfaces: ['cli'],
        },
        'namespace-selector': {
            type: 'text',
            placeholder: 'LABELS',
            help: 'Every namespace with these labels, instead of names: team=web,tier!=test.',
            surfaces: ['cli'],
        },
        context: {
            type: 'text',
            placeholder: 'NAME',
            help: 'Context of the kubeconfig; default: its current one.',
            surfaces: ['cli'],
        },
        'service-account': {
            type: 'list',
            placeholder: 'NAME',
            help: 'Add the secret to the imagePullSecrets of this account, beside those that are there. Repeatable.',
            surfaces: ['cli'],
        },
        replace: {
            type: 'flag',
            help: 'Delete and create anew what cannot be changed: another type, or immutable. Pods that start in between cannot pull.',
            surfaces: ['cli'],
        },
        force: {
            type: 'flag',
            help: 'Write also what Argo CD, Flux, Helm or another system owns and may put back.',
            surfaces: ['cli'],
        },
        verify: {
            type: 'choice',
            choices: ['none', 'auth', 'pull'],
            default: 'auth',
            help: 'What to prove at the registry before anything is written. What cannot be proved is said; only a refusal fails.',
            surfaces: ['cli'],
        },
        retries: COMMON.retries,
        timeout: COMMON.timeout,
        'allow-realm': COMMON['allow-realm'],
        ...EVERYWHERE,
    },
    notes: [
        'The cluster is that of KUBECONFIG, else ~/.kube/config, else the one that this process runs in. Plugins of the kubeconfig get none of our secrets.',
        'Other registries in the secret, other keys, labels, annotations and other pull secrets of an account stay. Where nothing changes, nothing is written.',
        'Exit codes: 0 done, 2 input, 3 and 4 the registry refuses the credential, 5 could not be asked, 7 a namespace was refused.',
    ],
};
//# sourceMappingURL=pull-secret.js.map
;// CONCATENATED MODULE: ./packages/core/lib/contract/rotate.js

/** The rotation file, for every command that reads it. */
const FILE = {
    type: 'text',
    short: 'f',
    placeholder: 'FILE',
    help: 'The rotation file: which credential is stored where.',
    surfaces: ['cli', 'action'],
};
const ROTATE = {
    name: 'rotate',
    summary: 'Bring a new credential to every place that stores the old one',
    examples: [
        { line: 'dcr-login rotate --dry-run', says: 'look at every target and print the plan; nothing is changed' },
        { line: 'dcr-login rotate production', says: 'the credential of this name in dcr-rotate.yml' },
        { line: 'dcr-login rotate --resume', says: 'continue after a crash, an interruption or a target that failed' },
        {
            line: 'dcr-login rotate --dry-run --json > plan.json && dcr-login rotate --from-plan plan.json --yes',
            says: 'run exactly what was reviewed, or nothing',
        },
    ],
    arguments: [{ name: 'NAME', help: 'credential of the file; none named: all', required: false, repeated: true }],
    options: {
        file: { ...FILE, default: 'dcr-rotate.yml' },
        'dry-run': {
            type: 'flag',
            help: 'Look at every target with its real permissions and print the plan. Nothing is issued or written.',
            surfaces: ['cli', 'action'],
        },
        'from-plan': {
            type: 'text',
            placeholder: 'FILE',
            help: 'Run exactly the plan that --dry-run --json printed; refuse where anything has changed since.',
            surfaces: ['cli', 'action'],
        },
        resume: {
            type: 'flag',
            help: 'Continue the rotation that is not complete, with the same credential. Touches only what is not done.',
            surfaces: ['cli', 'action'],
        },
        supersede: {
            type: 'flag',
            help: 'Continue it with another credential than before: every target is written again.',
            surfaces: ['cli', 'action'],
        },
        abort: {
            type: 'flag',
            help: 'Give up the rotation that is not complete. Targets that have the new credential keep it.',
            surfaces: ['cli'],
        },
        shard: {
            type: 'text',
            placeholder: 'I/N',
            help: 'Write only this part of the targets, with a credential that is given. Default: JOB_COMPLETION_INDEX and JOB_COMPLETIONS of a Kubernetes Indexed Job.',
            surfaces: ['cli', 'action'],
        },
        yes: { type: 'flag', help: 'Do not ask before the first write; only a terminal is asked.', surfaces: ['cli'] },
        'audit-log': {
            type: 'text',
            placeholder: 'FILE',
            help: 'Append one JSON line for each effect: when, who, which target, which result.',
            surfaces: ['cli', 'action'],
        },
        'allow-realm': COMMON['allow-realm'],
        'state-dir': {
            ...COMMON['state-dir'],
            help: 'Where journals are kept. Default: the state directory of the platform.',
        },
        ...EVERYWHERE,
    },
    notes: [
        'The new credential comes from the issuer that the file names. From a person: at a hidden prompt, or in DCR_NEW_PASSWORD and DCR_NEW_USERNAME. API tokens come from GITHUB_TOKEN, GITLAB_TOKEN, JENKINS_USER with JENKINS_TOKEN, VAULT_TOKEN, or what tokenEnv names.',
        'The old credential is tried at the end: DCR_USERNAME and DCR_PASSWORD, else what the first readable target holds.',
        'Exit codes: 0 complete, 2 input, 7 not complete (rotate --resume continues it), 130 and 143 interrupted and resumable.',
    ],
};
//# sourceMappingURL=rotate.js.map
;// CONCATENATED MODULE: ./packages/core/lib/contract/sandbox.js

const SANDBOX = {
    name: 'sandbox',
    summary: 'Run an embedded registry of DCR’s shape on loopback, to try everything against',
    examples: [
        { line: 'dcr-login sandbox', says: 'two registries with a credential each, until Ctrl-C' },
        { line: 'dcr-login sandbox -- ./try-it.sh', says: 'as long as the command lives, with DCR_* set for it' },
        { line: 'dcr-login sandbox --auth bearer --registry acme --registry globex', says: 'with a token service' },
    ],
    arguments: [{ name: 'CMD', help: 'command to run against it, after --', required: false, repeated: true }],
    options: {
        auth: {
            type: 'choice',
            choices: ['basic', 'bearer'],
            default: 'basic',
            help: 'How it asks for the credential.',
            surfaces: ['cli'],
        },
        registry: {
            type: 'list',
            placeholder: 'NAME',
            help: 'Name of a registry to have. Repeatable; default: acme and globex.',
            surfaces: ['cli'],
        },
        port: {
            type: 'number',
            default: '0',
            placeholder: 'PORT',
            help: 'Port on 127.0.0.1; 0: any free one.',
            surfaces: ['cli'],
        },
        ...EVERYWHERE,
    },
    notes: ['It listens on 127.0.0.1 only. Its credentials are made at start, open nothing else, and are printed.'],
};
//# sourceMappingURL=sandbox.js.map
;// CONCATENATED MODULE: ./packages/core/lib/contract/status.js


const STATUS = {
    name: 'status',
    summary: 'List the logins that live here, or with -f what is stored where and how old it is',
    examples: [
        { line: 'dcr-login status', says: 'registry, user, where, since and until when' },
        { line: 'dcr-login status -f dcr-rotate.yml', says: 'every place of the file: age, in step or drifted, no values' },
        { line: 'dcr-login status -f dcr-rotate.yml --max-age 90d', says: 'exit 8 where a place is older' },
    ],
    arguments: [{ name: 'NAME', help: 'credential of the file; none named: all', required: false, repeated: true }],
    options: {
        file: FILE,
        'max-age': {
            type: 'duration',
            compared: true,
            placeholder: 'TIME',
            help: 'Fail with DCR_TOO_OLD where a place is older: 90d. Default: maxAge of the credential in the file.',
            surfaces: ['cli'],
        },
        'state-dir': COMMON['state-dir'],
        ...EVERYWHERE,
    },
    notes: ['A place that cannot be read is in step as far as its time of writing tells, and is marked so.'],
};
//# sourceMappingURL=status.js.map
;// CONCATENATED MODULE: ./packages/core/lib/contract/verify.js

const VERIFY = {
    name: 'verify',
    summary: 'Prove that a credential opens this registry, or say precisely why not',
    examples: [
        { line: 'dcr-login verify dcr.nexqloud.io/acme', says: 'is the credential right, is the name right' },
        { line: 'dcr-login verify dcr.nexqloud.io/acme --action push --repository api', says: 'may it push there' },
        {
            line: 'dcr-login verify dcr.nexqloud.io/acme --json',
            says: 'for scripts; the exit code tells the kind of failure',
        },
    ],
    arguments: [{ name: 'REGISTRY', help: 'host/name; default: DCR_REGISTRY', required: false }],
    options: {
        ...CREDENTIAL,
        ...QUESTION,
        'allow-create': {
            type: 'flag',
            help: 'Ask for push also where the repository does not exist; some registries create it then.',
            surfaces: ['cli'],
        },
        retries: COMMON.retries,
        timeout: COMMON.timeout,
        'allow-realm': COMMON['allow-realm'],
        ...EVERYWHERE,
    },
    notes: [
        'Exit codes: 0 proved, 2 input, 3 credential not accepted or not proved, 4 not for this registry, 5 could not be asked.',
    ],
};
//# sourceMappingURL=verify.js.map
;// CONCATENATED MODULE: ./packages/core/lib/contract/index.js















/** In the order of the help. */
const COMMANDS = [
    LOGIN,
    LOGOUT,
    EXEC,
    VERIFY,
    DOCTOR,
    PULL_SECRET,
    ROTATE,
    STATUS,
    SANDBOX,
    DEMO,
    COMPLETION,
];
//# sourceMappingURL=index.js.map
// EXTERNAL MODULE: ./node_modules/commander/esm.mjs
var esm = __webpack_require__(8179);
// EXTERNAL MODULE: ./packages/core/lib/config/duration.js
var duration = __webpack_require__(4678);
;// CONCATENATED MODULE: ./packages/core/lib/config/options.js


/** The longest time that a timer can be set to: 2³¹ − 1 ms, about 24 days. */
const LONGEST = 2 ** 31 - 1;
/**
 * Typed values of a command's options from what was written, defaults filled in. Every problem is told at once.
 * Throws `DCR_INPUT_INVALID`. No value of a secret is ever repeated.
 */
function readOptions(contract, written, spell = (name) => `--${name}`) {
    const values = {};
    const problems = [];
    for (const [name, option] of Object.entries(contract.options)) {
        const given = written[name];
        const text = given === undefined || given === '' ? option.default : given;
        const value = text === undefined ? (option.type === 'list' ? [] : undefined) : readValue(option, text);
        if (value instanceof Problem)
            problems.push(`${spell(name)} ${value.says}`);
        else
            values[name] = value;
    }
    if (problems.length > 0)
        throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', { message: problems.join('; ') });
    return values;
}
class Problem {
    says;
    constructor(says) {
        this.says = says;
    }
}
function readValue(option, given) {
    if (option.type === 'list')
        return typeof given === 'string' ? given.split(',').map((part) => part.trim()) : given;
    if (option.type === 'flag')
        return readFlag(given);
    if (typeof given !== 'string')
        return new Problem('needs a value');
    switch (option.type) {
        case 'choice':
            return option.choices.includes(given)
                ? given
                : new Problem(`is "${given}", must be one of ${option.choices.join(', ')}`);
        case 'number':
            return /^\d{1,6}$/u.test(given) ? Number(given) : new Problem(`is "${given}", must be a whole number, 0 or more`);
        case 'duration': {
            const time = (0,duration/* parseDuration */.E)(given);
            if (time === undefined)
                return new Problem(`is "${given}", must be a time such as 60s, 15m or 90d`);
            if (option.compared === true)
                return time;
            return time > 0 && time <= LONGEST ? time : new Problem(`is "${given}", must be more than 0 and at most 24d`);
        }
        default:
            return given;
    }
}
function readFlag(given) {
    if (typeof given === 'boolean')
        return given;
    // The spellings of YAML 1.2 that GitHub's own toolkit accepts.
    if (given === 'true' || given === 'True' || given === 'TRUE')
        return true;
    if (given === 'false' || given === 'False' || given === 'FALSE')
        return false;
    return new Problem('must be true or false');
}
//# sourceMappingURL=options.js.map
;// CONCATENATED MODULE: ./packages/cli/lib/completion.js
/** The completion script of a shell, made of the contract: commands, flags, and the choices of flags and arguments. */
function renderCompletion(shell, commands) {
    return { bash: renderBash, zsh: renderZsh, fish: renderFish }[shell](commands);
}
/** Every spelling of an option's flag. */
function listFlags(name, option) {
    if (option.type === 'secret')
        return [];
    const negated = option.type === 'flag' && option.negatable === true ? [`--no-${name}`] : [];
    return [`--${name}`, ...negated, ...(option.short === undefined ? [] : [`-${option.short}`])];
}
function renderBash(commands) {
    const names = [...commands.map(({ name }) => name), 'help', '--help', '--version'].join(' ');
    const cases = commands.map((command) => {
        const flags = Object.entries(command.options).flatMap(([option, contract]) => listFlags(option, contract));
        return `    ${command.name}) words='${[...listWords(command), ...flags, '--help'].join(' ')}' ;;`;
    });
    const choices = listChoices(commands).map(([flag, values]) => `    --${flag}) words='${values.join(' ')}' ;;`);
    // Bash breaks --flag=value into three words. File names are left to readline, which knows how to quote them.
    return `_dcr_login() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" words=''
  COMPREPLY=()
  if [ "$current" = = ]; then
    current=''
  elif [ "$before" = = ]; then
    before="\${COMP_WORDS[COMP_CWORD-2]}"
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
    help) words='${commands.map(({ name }) => name).join(' ')}' ;;
  esac
  [ "$COMP_CWORD" -eq 1 ] && words='${names}'
  case "$before" in
${choices.join('\n')}
    --*-dir | --*-file) compopt -o default 2>/dev/null; return ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -F _dcr_login dcr-login
`;
}
function renderZsh(commands) {
    const names = commands.map(({ name, summary }) => `    '${name}:${quote(summary, 'zsh')}'`);
    const cases = commands.map((command) => {
        const specs = Object.entries(command.options).flatMap(([name, option]) => {
            const repeated = option.type === 'list' ? '*' : '';
            return listFlags(name, option).map((flag) => {
                const joined = option.type !== 'flag' && flag.startsWith('--') ? '=' : '';
                return `'${repeated}${flag}${joined}[${quote(option.help, 'zsh')}]${describeValue(name, option)}'`;
            });
        });
        const words = listWords(command);
        const argument = words.length === 0 ? [] : [`'1:value:(${words.join(' ')})'`];
        return `    ${command.name}) _arguments ${[...specs, ...argument, "'--help[Tell more]'"].join(' ')} ;;`;
    });
    // As a file of fpath, the text is the body of the function that zsh calls; sourced, it only has to be made known.
    return `#compdef dcr-login
_dcr_login() {
  local -a commands=(
${names.join('\n')}
    'help:${quote('Tell more about a command', 'zsh')}'
  )
  if (( CURRENT == 2 )); then
    if [[ "\${words[2]}" == -* ]]; then
      _arguments '--help[Tell more]' '--version[Print the version]'
    else
      _describe command commands
    fi
    return
  fi
  local command="\${words[2]}"
  shift words
  (( CURRENT-- ))
  case "$command" in
${cases.join('\n')}
    help) _describe command commands ;;
  esac
}
if [[ "\${funcstack[1]}" == _dcr-login ]]; then
  _dcr_login "$@"
else
  compdef _dcr_login dcr-login
fi
`;
}
function renderFish(commands) {
    const lines = [
        'complete -c dcr-login -f',
        "complete -c dcr-login -l help -d 'Tell more'",
        "complete -c dcr-login -n __fish_use_subcommand -l version -d 'Print the version'",
        "complete -c dcr-login -n __fish_use_subcommand -a help -d 'Tell more about a command'",
        `complete -c dcr-login -n '__fish_seen_subcommand_from help' -a '${commands.map(({ name }) => name).join(' ')}'`,
    ];
    for (const command of commands) {
        const { name, summary, options } = command;
        const here = `complete -c dcr-login -n '__fish_seen_subcommand_from ${name}; and not __fish_seen_subcommand_from help'`;
        lines.push(`complete -c dcr-login -n __fish_use_subcommand -a ${name} -d '${quote(summary, 'fish')}'`);
        const words = listWords(command);
        if (words.length > 0)
            lines.push(`${here} -a '${words.join(' ')}'`);
        for (const [option, contract] of Object.entries(options)) {
            const values = contract.type === 'choice' ? ` -x -a '${contract.choices.join(' ')}'` : '';
            const takes = contract.type === 'flag' || values !== '' ? values : isPath(option) ? ' -r -F' : ' -x';
            for (const flag of listFlags(option, contract)) {
                const form = flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`;
                lines.push(`${here} ${form}${takes} -d '${quote(contract.help, 'fish')}'`);
            }
        }
    }
    return `${lines.join('\n')}\n`;
}
/** Choices of a flag, over all commands that have it. */
function listChoices(commands) {
    const found = new Map();
    for (const [name, option] of commands.flatMap(({ options }) => Object.entries(options))) {
        if (option.type === 'choice')
            found.set(name, new Set([...(found.get(name) ?? []), ...option.choices]));
    }
    return [...found].map(([name, values]) => [name, [...values]]);
}
/** What may stand as an argument, where the contract knows it. */
function listWords({ arguments: words }) {
    return words.flatMap(({ choices = [] }) => choices);
}
function describeValue(name, option) {
    if (option.type === 'flag')
        return '';
    if (option.type === 'choice')
        return `:value:(${option.choices.join(' ')})`;
    return isPath(name) ? ':file:_files' : ':value: ';
}
function isPath(name) {
    return /-(?:dir|file)$/u.test(name);
}
/** Inside single quotes; zsh reads brackets, colons and backslashes in them as its own. */
function quote(text, shell) {
    const plain = text.replaceAll("'", '’').replaceAll('\\', ' ');
    return shell === 'fish' ? plain : plain.replace(/[[\]]/gu, ' ').replaceAll(':', '\\:');
}
//# sourceMappingURL=completion.js.map
;// CONCATENATED MODULE: ./packages/cli/lib/commands/completion.js



async function runCompletion({ words }) {
    const [shell] = words;
    if (shell !== 'bash' && shell !== 'zsh' && shell !== 'fish') {
        throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', {
            message: `there is no completion for "${shell}"; there is for bash, zsh and fish`,
        });
    }
    const script = renderCompletion(shell, COMMANDS);
    return { json: { shell, script }, text: [], output: script };
}
//# sourceMappingURL=completion.js.map
// EXTERNAL MODULE: ./packages/core/lib/credential/masking.js
var masking = __webpack_require__(5875);
// EXTERNAL MODULE: ./packages/core/lib/credential/secret.js
var secret = __webpack_require__(9095);
// EXTERNAL MODULE: ./packages/core/lib/deadline.js
var lib_deadline = __webpack_require__(7065);
// EXTERNAL MODULE: ./packages/core/lib/login/private-directory.js
var private_directory = __webpack_require__(7894);
// EXTERNAL MODULE: ./packages/core/lib/login/store/config-file.js
var config_file = __webpack_require__(8674);
// EXTERNAL MODULE: ./packages/core/lib/login/engines/podman.js
var podman = __webpack_require__(6398);
;// CONCATENATED MODULE: ./packages/core/lib/login/engines/failure.js



/** A helper that registries.conf names keeps hosts only, and podman says so instead of keeping a path: containers/image, config.go. */
const NAMESPACED = /namespaced key is not supported for credential helper/iu;
/**
 * What a client's words mean, first match wins. The registry's status stands in them, but docker itself only ends with 1
 * (cli/command/registry/login.go and the errors of moby's registry package), podman and its kin with 125 or 1
 * (containers/common, pkg/auth).
 */
const WORDS = [
    [/error (?:saving|storing) credentials|error getting credentials/iu, 'DCR_STORE_FAILED'],
    [NAMESPACED, 'DCR_STORE_FAILED'],
    [/x509|certificate|tls: |server gave HTTP response to HTTPS client/iu, 'DCR_TLS_UNTRUSTED'],
    [/\b429\b|toomanyrequests|too many requests/iu, 'DCR_RATE_LIMITED'],
    [
        /\b401\b|unauthorized|(?:incorrect|invalid) username[ /](?:or )?password|authentication required/iu,
        'DCR_CREDENTIAL_REJECTED',
    ],
    [/\b403\b|\bdenied\b|forbidden/iu, 'DCR_ACCESS_DENIED'],
    [/\b50\d\b|internal server error|bad gateway|service unavailable/iu, 'DCR_SERVER_ERROR'],
    [/\b404\b|not found/iu, 'DCR_NOT_A_REGISTRY'],
    [
        /no such host|connection refused|network is unreachable|no route to host|connection reset|\bEOF\b/iu,
        'DCR_UNREACHABLE',
    ],
    [/timeout|deadline exceeded|i\/o time/iu, 'DCR_TIMEOUT'],
];
/**
 * Why the client's `login` failed. The exit status decides whether it did: a silent failure is a failure, and words on stderr
 * after a success are none.
 */
function readClientFailure(result, context) {
    const { client, registry, forms } = context;
    if (result.status === 0)
        return undefined;
    if (context.outOfTime)
        return tellOutOfTime(client, registry);
    const words = (0,masking/* quoteForeignText */._z)(dropLogLines(result.stderr || result.stdout), forms);
    const how = result.status === null ? `was ended by ${result.signal ?? 'the system'}` : `ended with ${result.status}`;
    const code = WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? 'DCR_STORE_FAILED';
    return new errors/* DcrError */.ol(code, {
        registry,
        message: `${registry}: ${client} login ${how}: "${words || 'it said nothing'}"`,
        ...(NAMESPACED.test(words) ? { remedy: (0,podman/* explainStoredElsewhere */.B)(client) } : {}),
    });
}
function tellOutOfTime(client, registry) {
    const message = `${registry}: ${client} login did not end in time and was stopped`;
    return new errors/* DcrError */.ol('DCR_TIMEOUT', { registry, message });
}
/** Docker's own log lines tell of each attempt; the error itself stands below them. */
function dropLogLines(text) {
    const lines = text.split('\n');
    const errors = lines.filter((line) => !line.startsWith('time="'));
    return errors.some((line) => line.trim() !== '') ? errors.join('\n') : text;
}
//# sourceMappingURL=failure.js.map
;// CONCATENATED MODULE: ./packages/core/lib/login/engines/engine.js







/**
 * All clients are written in Go. On one thread a login of theirs takes 13 instead of 17 ms of CPU and 2 ms less in all, for
 * nothing in it goes on at the same time; that counts most where many are started at once.
 * https://pkg.go.dev/runtime#hdr-Environment_Variables
 */
const ONE_THREAD = { GOMAXPROCS: '1' };
/** Starts the client of the plan in its private directory, with its standard input held back. */
function startEngine({ plan, context }) {
    const { engine } = plan;
    if (engine.name === 'file') {
        return {
            finish: async ({ username, password }) => (0,config_file/* encodeAuth */.zx)(username, password.reveal()),
            kill: async () => undefined,
        };
    }
    const { signal, forms, ports } = context;
    const directory = plan.workDirectory ?? '';
    // Podman and its kin read docker's directory as well; of both there is only the private one.
    const env = { ...ONE_THREAD, ...context.env, DOCKER_CONFIG: directory };
    const child = ports.processes.start({ file: engine.file, args: engine.args, env, signal });
    const { registry } = plan.reference;
    return {
        kill: () => child.kill(),
        finish: async ({ password }) => {
            const result = await child.finish(password.reveal());
            const failure = readClientFailure(result, { client: engine.name, registry, forms, outOfTime: signal.aborted });
            if (failure !== undefined)
                throw failure;
            const file = external_node_path_.join(directory, engines_name/* FILES */.cn[plan.format].name);
            const entry = (0,private_directory/* findNewEntry */.OG)((0,config_file/* parseConfigFile */.me)(await (0,config_file/* readConfigText */.im)(file, context), file));
            if (entry !== undefined)
                return entry;
            throw await explainNothingStored({ plan, file }, { ...context, env });
        },
    };
}
/**
 * The client says that it stored the login, but not where it was told to: what it stored elsewhere is taken back. Podman
 * says so too when it is asked to end.
 */
async function explainNothingStored({ plan, file }, { ports, env, signal }) {
    const { engine, reference, format } = plan;
    const { registry } = reference;
    const directory = external_node_path_.dirname(file);
    if (signal.aborted)
        return tellOutOfTime(engine.name, registry);
    if (engine.name !== 'file' && format === 'containers') {
        const args = (0,podman/* composeContainersLogout */.n1)({ reference, directory });
        // They do not start a logout without their file.
        await ports.files.apply({ do: 'write', path: file, text: '{}' });
        await ports.processes.start({ file: engine.file, args, env, signal }).finish('');
    }
    return new errors/* DcrError */.ol('DCR_STORE_FAILED', {
        registry,
        message: `${registry}: ${engine.name} says that it logged in, but stored nothing in ${file}`,
        ...(engine.name === 'file' || format === 'docker' ? {} : { remedy: (0,podman/* explainStoredElsewhere */.B)(engine.name) }),
    });
}
//# sourceMappingURL=engine.js.map
// EXTERNAL MODULE: ./packages/core/lib/login/places.js
var places = __webpack_require__(75);
// EXTERNAL MODULE: ./packages/core/lib/credential/credential.js
var credential_credential = __webpack_require__(4910);
// EXTERNAL MODULE: ./packages/core/lib/registry/reference.js
var registry_reference = __webpack_require__(3256);
// EXTERNAL MODULE: ./packages/core/lib/login/plan.js + 1 modules
var login_plan = __webpack_require__(4849);
// EXTERNAL MODULE: ./packages/core/lib/login/store/auth-file.js
var auth_file = __webpack_require__(9358);
// EXTERNAL MODULE: ./packages/core/lib/login/store/config-shape.js
var config_shape = __webpack_require__(9703);
;// CONCATENATED MODULE: ./packages/core/lib/login/prepare.js











/** Everything is checked before anything starts. Throws `DCR_INPUT_INVALID` and what `checkCredential` throws. */
function checkRegistries(registries, now) {
    const wanted = registries.map(({ registry: given, credential, repository }) => {
        const reference = (0,registry_reference/* parseRegistry */.l5)(given);
        const { registry } = reference;
        if (repository !== undefined)
            (0,registry_reference/* parseRepository */.SU)(repository, reference);
        return { reference, credential: (0,credential_credential/* checkCredential */.CT)(credential, { registry, now }), repository };
    });
    const names = wanted.map(({ reference }) => reference.registry);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice === undefined)
        return wanted;
    throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', { registry: twice, message: `${twice} is named twice in one login` });
}
/**
 * Looks at this machine and plans the logins of a call. Makes nothing but the parents of a private directory.
 * Throws `DCR_ENGINE_MISSING`, `DCR_SHADOWED`, `DCR_STORE_FAILED`, `DCR_CONFIG_INVALID` and `DCR_INPUT_INVALID`.
 */
async function prepareLogins(wanted, options, ports) {
    const { environment, files } = ports;
    const clients = findClients(options.engine, ports);
    const engine = (0,login_plan/* chooseEngine */.mN)(options.engine, clients, wanted[0]?.reference.registry);
    const format = (0,engines_name/* formatOf */.be)(engine);
    const given = options.configDir === undefined ? undefined : external_node_path_.resolve(environment.workingDirectory, options.configDir);
    if (options.isolate && given !== undefined)
        await checkNew(given, ports);
    // `--config-dir` is the private directory of an isolated login, and the shared one of any other.
    const own = options.isolate ? undefined : given;
    const configDirectory = format === 'docker' && own !== undefined ? own : (0,places/* chooseConfigDirectory */.HD)(environment);
    const sources = {
        docker: external_node_path_.join(configDirectory, engines_name/* FILES */.cn.docker.name),
        containers: format === 'containers' && own !== undefined
            ? external_node_path_.join(own, engines_name/* FILES */.cn.containers.name)
            : (0,auth_file/* chooseAuthFile */.IP)(environment),
    };
    const shared = {
        docker: format === 'docker' || options.forCommand ? await readShared(sources.docker, ports) : {},
        containers: format === 'containers' || options.forCommand ? await readShared(sources.containers, ports) : {},
    };
    const bases = given !== undefined && options.isolate
        ? [{ root: external_node_path_.dirname(given), below: [], mayBeLink: true }]
        : (0,places/* listPrivateBases */.IA)(environment, options.stateDir);
    const facts = {
        clients,
        config: await (0,private_directory/* readConfigDirectory */.id)(configDirectory, files),
        docker: shared.docker,
        shared: { file: sources[format], real: await findReal(sources[format], files), content: shared[format] },
        privateBase: await (0,private_directory/* choosePrivateBase */.qt)(bases, ports),
    };
    const helperKeys = [...new Set(wanted.map(({ reference }) => (0,login_plan/* helperKeyOf */.Dd)(reference, format)))];
    const logins = [];
    for (const each of wanted) {
        const position = {
            main: logins[0]?.plan,
            several: wanted.length > 1,
            hostTaken: logins.some(({ reference }) => reference.host === each.reference.host),
            helperKeys,
        };
        const resolved = { ...options, configDir: given };
        const plan = (0,login_plan/* planLogin */.pX)({ ...each, id: makeSessionId(ports), engine, options: resolved, facts, position });
        logins.push({ ...each, plan });
    }
    if (logins.some(({ plan }) => (0,login_plan/* needsDockerFile */.OG)(plan)))
        (0,config_shape/* refuseUnusable */.A)(shared.docker, sources.docker);
    return { logins, shared };
}
/** The one name of a file that may have several: a lock and an undo count for all of them. */
async function findReal(file, files) {
    let real = file;
    for (let hops = 0; hops < 40; hops += 1) {
        const found = await files.inspect(real);
        if (found.kind !== 'link')
            break;
        real = external_node_path_.resolve(external_node_path_.dirname(real), found.target);
    }
    const directory = await files.inspect(external_node_path_.dirname(real), { follow: true });
    return directory.kind === 'directory' ? external_node_path_.join(directory.real, external_node_path_.basename(real)) : real;
}
async function readShared(file, ports) {
    return (0,config_file/* parseConfigFile */.me)(await (0,config_file/* readConfigText */.im)(file, { ports }), file);
}
/** `auto` ends at the first that is there. */
function findClients(wanted, { processes }) {
    if (wanted === 'file')
        return {};
    for (const client of wanted === 'auto' ? engines_name/* CLIENTS */.ro : [wanted]) {
        const file = processes.find(client);
        if (file !== undefined)
            return { [client]: file };
    }
    return {};
}
/** A private directory is made anew and goes with its login: what is there already is not ours to fill and remove. */
async function checkNew(directory, { environment, files }) {
    (0,places/* refuseWorkspace */.Wl)(directory, environment);
    const { kind } = await files.inspect(directory);
    if (kind === 'missing')
        return;
    throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', {
        message: `${directory} is there already (a ${kind}); a private directory must be a new one`,
        remedy: 'Name a directory that does not exist, or leave the choice to dcr-login.',
    });
}
/** Sorts by time, and cannot be guessed: nobody plants what will be made under this name. */
function makeSessionId({ clock }) {
    return `${clock.now().toString(36)}-${Math.floor(clock.random() * 2 ** 47).toString(36)}`;
}
//# sourceMappingURL=prepare.js.map
;// CONCATENATED MODULE: ./packages/core/lib/login/record.js

/** A session before its first effect. It belongs to this process until it is open. */
function makeRecord({ plan, credential }, { clock, processes }) {
    const { registry, host, name } = plan.reference;
    return {
        version: 1,
        id: plan.id,
        state: 'opening',
        since: clock.now(),
        registry,
        host,
        name,
        username: credential.username,
        engine: plan.engine.name,
        isolated: plan.isolated,
        configDir: plan.configDir,
        key: (0,engines_name/* keyOf */.TN)(plan.reference, plan.format),
        visible: plan.visible,
        directories: plan.workDirectory === undefined ? [] : [plan.workDirectory],
        group: plan.group ?? null,
        place: plan.place ?? null,
        installed: null,
        sequence: 0,
        owner: processes.identify() ?? null,
        expiresAt: credential.expiresAt ?? null,
    };
}
/** The session as its caller sees it. */
function describeSession(login) {
    const { plan, credential, proof } = login;
    const { registry, host, name, tidied } = plan.reference;
    return {
        id: plan.id,
        registry,
        host,
        name,
        username: credential.username,
        engine: plan.engine.name,
        configDir: plan.configDir,
        key: (0,engines_name/* keyOf */.TN)(plan.reference, plan.format),
        visible: plan.visible,
        isolated: plan.isolated,
        expiresAt: credential.expiresAt,
        proof,
        notes: [...tidied, ...plan.notes, ...(proof?.doubts ?? [])],
    };
}
//# sourceMappingURL=record.js.map
// EXTERNAL MODULE: ./packages/core/lib/login/session.js
var session = __webpack_require__(1023);
;// CONCATENATED MODULE: ./packages/core/lib/login/run.js









/** Docker may take a credential from it before any file. */
const SHADOW = 'DOCKER_AUTH_CONFIG';
/**
 * Logs in: validate → record the undo → start the engine with nothing in its hands → mask → anonymous challenge →
 * proof → give the engine the password → install → read back. A login that fails at any step leaves nothing behind.
 * What is not needed to start the engine is loaded after it was started: loading takes as long as docker's own start.
 * Throws every code of groups 2 to 6 of ERRORS.md.
 */
async function login(request, ports) {
    const { registry, credential, repository, ...settings } = request;
    const one = { registry, credential, ...(repository === undefined ? {} : { repository }) };
    const [session] = await loginAll({ ...settings, registries: [one] }, ports);
    if (session === undefined)
        throw new errors/* DcrError */.ol('DCR_INTERNAL', { message: 'a login without a session' });
    return session;
}
/**
 * Several logins as one: asked in parallel, installed in their order; when one fails, all are taken back, and the error
 * is that of the first in the order that failed.
 */
async function loginAll(request, ports) {
    const { clock, environment } = ports;
    const wanted = checkRegistries(request.registries, clock.now());
    const forms = [...new Set(wanted.flatMap(({ credential }) => (0,masking/* deriveMaskedForms */.UO)(credential)))];
    const { engine = 'auto', configDir, forCommand = false } = request;
    const options = { engine, isolate: (request.isolate ?? false) || forCommand, configDir, forCommand };
    const stateDir = (0,places/* chooseStateDirectory */.eE)(environment, request.stateDir);
    const preparation = await prepareLogins(wanted, { ...options, stateDir }, ports);
    const sessions = new session/* SessionStore */.c9(stateDir, ports);
    const deadline = (0,lib_deadline/* setDeadline */.r)(request.timeout ?? 60_000, clock, request.signal);
    const context = { ports, env: (0,places/* cleanEnvironment */.hh)(environment, forms), forms, signal: deadline.signal };
    const call = { request, ports, sessions, deadline, context, preparation };
    const logins = preparation.logins.map((each) => ({ ...each, record: makeRecord(each, ports) }));
    const visible = logins[0]?.plan.isolated === true ? logins[0].plan.visible : {};
    request.hooks?.announce?.({ ids: logins.map(({ plan }) => plan.id), stateDir, visible });
    try {
        for (const { record } of logins)
            await sessions.create(record);
        const obtained = await obtainAll(logins, call);
        await installAll(obtained, call);
        return obtained.map(({ login: { plan, credential }, proof }) => ({
            ...describeSession({ plan, credential, proof }),
            close: async () => (await __webpack_require__.e(/* import() */ 582).then(__webpack_require__.bind(__webpack_require__, 9582))).takeBack(plan.id, { sessions, ports }),
        }));
    }
    catch (error) {
        // What cannot be taken back now stays recorded for logout; why the login failed is what is told.
        const { takeBackAll } = await __webpack_require__.e(/* import() */ 582).then(__webpack_require__.bind(__webpack_require__, 9582));
        throw await takeBackAll(logins.toReversed(), error, { sessions, ports });
    }
    finally {
        deadline.end();
    }
}
const loadProof = () => __webpack_require__.e(/* import() */ 997).then(__webpack_require__.bind(__webpack_require__, 1997));
const loadInstall = () => __webpack_require__.e(/* import() */ 236).then(__webpack_require__.bind(__webpack_require__, 9236));
/** All engines are started, then all credentials masked, then each is asked for its entry. */
async function obtainAll(logins, call) {
    const { request, context } = call;
    const started = [];
    try {
        for (const login of logins) {
            await makeWorkDirectory(login, call);
            started.push({ login, engine: startEngine({ plan: login.plan, context }) });
        }
        await request.hooks?.mask?.(context.forms);
        const results = await Promise.allSettled(started.map(({ login, engine }) => obtain(login, engine, call)));
        const failed = results.find((result) => result.status === 'rejected');
        if (failed !== undefined)
            throw failed.reason;
        return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    }
    catch (error) {
        await Promise.all(started.map(({ engine }) => engine.kill()));
        throw error;
    }
}
/** A directory that was there already is somebody else's: it is refused, and does not go with the session. */
async function makeWorkDirectory({ plan, record }, { sessions, ports: { files } }) {
    const [make, ...fill] = plan.effects;
    if (make === undefined)
        return;
    try {
        await files.apply(make);
    }
    catch (error) {
        await sessions.update({ ...record, directories: [] });
        throw error;
    }
    for (const effect of fill)
        await files.apply(effect);
}
async function obtain(login, engine, call) {
    const { request, ports, deadline, context } = call;
    const { plan, reference, credential, repository } = login;
    if (ports.environment.variables[SHADOW] !== undefined && request.forCommand !== true) {
        const { refuseShadow } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 2631));
        await refuseShadow({ plan, credential }, { ...context, ports });
    }
    // Requests know the deadline: a signal that is cut by it would make its end look like the caller's.
    const cut = request.signal === undefined ? {} : { signal: request.signal };
    const patience = { deadline: deadline.at, retries: request.retries ?? 3, ...cut };
    const { forms } = context;
    const action = request.verify ?? 'auth';
    const question = { allowRealms: request.allowRealms ?? [], repository, reference, credential, forms };
    const proof = action === 'none' ? undefined : await (await loadProof()).proveLogin({ action, ...question }, patience, ports);
    if (plan.workDirectory !== undefined)
        await (0,private_directory/* checkPrivateDirectory */.Re)(plan.workDirectory, ports);
    const finished = engine.finish(credential);
    // What comes next is loaded while the client works.
    const [entry] = await Promise.all([finished, loadInstall().then(({ prepareInstall }) => prepareInstall(plan))]);
    return { login, entry, proof };
}
async function installAll(obtained, call) {
    const { request, ports, sessions, deadline, context, preparation } = call;
    const { clock, files, processes } = ports;
    const { installEntries } = await loadInstall();
    const installations = obtained.map(({ login: { plan, record }, entry }) => {
        return { plan, entry, record, salt: clock.random().toString(36).slice(2) };
    });
    const where = { shared: preparation.shared, sessions, context, deadline: deadline.at };
    const installed = await installEntries(installations, where);
    const owner = request.owner === undefined ? null : (processes.identify(request.owner) ?? null);
    for (const { plan, record } of installed) {
        if (plan.keeps === undefined && plan.workDirectory !== undefined)
            await files.apply({ do: 'remove', path: plan.workDirectory });
        const directories = plan.keeps === undefined ? [] : record.directories;
        await sessions.update({ ...record, state: 'open', directories, owner });
    }
}
//# sourceMappingURL=run.js.map
// EXTERNAL MODULE: ./packages/core/lib/verify.js
var verify = __webpack_require__(3668);
;// CONCATENATED MODULE: ./packages/cli/lib/render.js

/** One line that says what happened, one that says what to do; each fault of a file has a line of its own. */
function renderError(error) {
    const lines = error.code === 'DCR_CONFIG_INVALID' ? error.message.split('\n') : [error.message];
    const [first = '', ...rest] = lines.map(flatten);
    return [`dcr-login: ${paint(31, error.code)}: ${first}`, ...rest, `  → ${flatten(error.remedy)}`];
}
/** What was given is repeated in messages, and a line break in it would begin a line that a CI system may obey. */
function flatten(text) {
    return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}
function renderSuccess(command, outcome) {
    return JSON.stringify({ ok: true, command, ...outcome.json });
}
/** `found`: what is known in spite of it. */
function renderFailure(command, error, found = {}) {
    const { code, message, remedy, registry, retryAfter } = error;
    return JSON.stringify({ ok: false, command, error: { code, message, remedy, registry, retryAfter }, ...found });
}
/** Colour on a terminal only; `NO_COLOR` turns it off: https://no-color.org */
function paint(colour, text) {
    const plain = external_node_process_.stderr.isTTY !== true || (external_node_process_.env['NO_COLOR'] ?? '') !== '';
    return plain ? text : `\u001b[${colour}m${text}\u001b[0m`;
}
//# sourceMappingURL=render.js.map
;// CONCATENATED MODULE: ./packages/cli/lib/progress.js


/** Shows a running step on a terminal; elsewhere only what became of it, one plain line a step. */
function startProgress(title, { say, terminal }) {
    if (terminal)
        external_node_process_.stderr.write(`  … ${title}`);
    return {
        clear: () => {
            if (terminal)
                external_node_process_.stderr.write('\r\u001b[2K');
        },
        done: (seen) => {
            say(`${paint(32, '✔')} ${title}`);
            say(`    ${seen}`);
        },
    };
}
//# sourceMappingURL=progress.js.map
;// CONCATENATED MODULE: ./packages/core/lib/rotate.js
// YAML, its schema and everything that writes to targets are loaded here and not before: a login needs none of it.
/**
 * What a rotation would do, as data without a secret: every target is looked at with the permissions that the write will
 * have, and nothing is changed or kept. Throws what `rotate` would throw before anything is issued.
 */
async function planRotation(request, ports) {
    const { runRotation } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(816), __webpack_require__.e(727), __webpack_require__.e(73)]).then(__webpack_require__.bind(__webpack_require__, 9073));
    return (await runRotation(request, { dryRun: true }, ports)).plan ?? { version: 1, credentials: [] };
}
/**
 * Brings a new credential to every place that stores the old one, in the order of `rotation/law.ts`, and survives a crash
 * at any moment. The report says what became of each target; its `error` is why the rotation is not complete.
 * Throws, with nothing issued or written: `DCR_CONFIG_INVALID`, `DCR_INPUT_INVALID`, `DCR_CREDENTIAL_MISSING`,
 * `DCR_TARGET_REFUSED`, `DCR_TARGET_FOREIGN`, `DCR_LOCKED`, `DCR_STORE_FAILED`, `DCR_ROTATION_INCOMPLETE` (an earlier one
 * is not complete) and the codes of exit status 5.
 */
async function rotate(request, ports) {
    const { runRotation } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(816), __webpack_require__.e(727), __webpack_require__.e(73)]).then(__webpack_require__.bind(__webpack_require__, 9073));
    return runRotation(request, { dryRun: false }, ports);
}
/**
 * What is stored where, how old it is and whether it is in step, without values. The report's `error` is `DCR_DRIFT`,
 * `DCR_TOO_OLD` or what kept a place from being looked at. Throws `DCR_CONFIG_INVALID` and `DCR_INPUT_INVALID`.
 */
async function inspectTargets(request, ports) {
    const { inspectStatus } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(816), __webpack_require__.e(727), __webpack_require__.e(584)]).then(__webpack_require__.bind(__webpack_require__, 584));
    return inspectStatus(request, ports);
}
//# sourceMappingURL=rotate.js.map
;// CONCATENATED MODULE: ./packages/cli/lib/rotation/local.js




/** A program that stores what it gets, as a team's own script would. */
const STORE_IT = `let text = '';
process.stdin.on('data', (part) => (text += part));
process.stdin.on('end', () => require('node:fs').writeFileSync(process.argv[2], text, { mode: 0o600 }));
`;
/**
 * The real engine on the sandbox: its administration is the issuer, two docker configurations and a program are the
 * places. Gives the credential that stands in them afterwards.
 */
async function rotateLocally(sandbox, { directory, ports, signal }) {
    const [registry] = sandbox.registries;
    if (registry === undefined)
        throw new Error('the sandbox has a registry');
    const home = external_node_path_.join(directory, 'rotation');
    external_node_fs_.mkdirSync(home, { mode: 0o700 });
    const auth = Buffer.from(`${registry.username}:${registry.password}`).toString('base64');
    const old = `${JSON.stringify({ auths: { [sandbox.host]: { auth } } }, undefined, 2)}\n`;
    for (const name of ['laptop', 'builder']) {
        external_node_fs_.mkdirSync(external_node_path_.join(home, name));
        external_node_fs_.writeFileSync(external_node_path_.join(home, name, 'config.json'), old, { mode: 0o600 });
    }
    external_node_fs_.writeFileSync(external_node_path_.join(home, 'store-it.cjs'), STORE_IT);
    const stored = external_node_path_.join(home, 'stored.json');
    external_node_fs_.writeFileSync(external_node_path_.join(home, 'dcr-rotate.yml'), JSON.stringify(describeFile(sandbox, registry, stored)));
    const variables = { ...ports.environment.variables, DCR_SANDBOX_ADMIN: sandbox.adminToken };
    const environment = { ...ports.environment, variables, workingDirectory: home };
    const result = await rotate({ signal }, { ...ports, environment });
    if (result.error !== undefined)
        throw result.error;
    const { username, password } = JSON.parse(external_node_fs_.readFileSync(stored, 'utf8'));
    external_node_fs_.rmSync(home, { recursive: true });
    const opens = result.credentials[0]?.old?.opens;
    if (opens !== 'no')
        throw new errors/* DcrError */.ol('DCR_INTERNAL', { message: 'the sandbox still takes the old credential' });
    return { report: `${result.targets.length} places updated, each checked`, fresh: { username, password } };
}
/** JSON is YAML. */
function describeFile({ url }, { name, reference }, stored) {
    const service = `${url}/sandbox/registries/${name}/credentials`;
    const tokenEnv = 'DCR_SANDBOX_ADMIN';
    const issuer = {
        type: 'http',
        url: service,
        tokenEnv,
        retire: { url: `${service}/{username}`, method: 'DELETE', tokenEnv },
    };
    const targets = [
        { type: 'docker-config', path: 'laptop/config.json' },
        { type: 'docker-config', path: 'builder/config.json' },
        { type: 'exec', command: [external_node_process_.execPath, external_node_path_.join(external_node_path_.dirname(stored), 'store-it.cjs'), stored] },
    ];
    return { version: 1, credentials: [{ name: 'demo', registry: reference, issuer, targets }] };
}
//# sourceMappingURL=local.js.map
// EXTERNAL MODULE: ./packages/core/lib/login/shadow.js
var login_shadow = __webpack_require__(2631);
;// CONCATENATED MODULE: ./packages/core/lib/login/command-environment.js


/**
 * Environment of a command that sees a login and nothing that would shadow it: the caller's own, without our secrets.
 * `forms` are those of the password, `key` is the one under which docker keeps the login, `visible` its variables.
 */
function composeCommandEnvironment(environment, login) {
    const { DOCKER_AUTH_CONFIG: given, ...others } = environment.variables;
    // First, so that the other hosts in it stay where ours holds the very password.
    const shadow = login.key === undefined ? given : (0,login_shadow/* dropShadow */._E)(given, login.key);
    const kept = (0,places/* dropSecrets */.J8)({ variables: { ...others, DOCKER_AUTH_CONFIG: shadow } }, login.forms);
    return { ...kept, ...login.visible };
}
//# sourceMappingURL=command-environment.js.map
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./packages/sandbox/lib/blobs.js



function digestOf(bytes) {
    return `sha256:${(0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex')}`;
}
/** Blobs on disk, each once, whichever repositories hold it. Files appear by renaming, so each is there whole or not at all. */
class BlobStore {
    #directory;
    #sizes = new Map();
    constructor(directory) {
        this.#directory = directory;
    }
    /** The directory must exist and be private. */
    static async open(directory) {
        await (0,promises_.mkdir)((0,external_node_path_.join)(directory, 'incoming'), { mode: 0o700 });
        await (0,promises_.mkdir)((0,external_node_path_.join)(directory, 'blobs'), { mode: 0o700 });
        return new BlobStore(directory);
    }
    /** A path for a file that `adopt` will take. */
    incomingPath() {
        return (0,external_node_path_.join)(this.#directory, 'incoming', (0,external_node_crypto_.randomUUID)());
    }
    path(digest) {
        return (0,external_node_path_.join)(this.#directory, 'blobs', digest.slice('sha256:'.length));
    }
    /** Bytes; undefined where no repository ever held the blob. */
    size(digest) {
        return this.#sizes.get(digest);
    }
    /** The digest must be the file's. Two that bring the same blob at once replace it by itself. */
    async adopt(file) {
        await (0,promises_.rename)(file.path, this.path(file.digest));
        this.#sizes.set(file.digest, file.size);
    }
    async put(bytes) {
        const [path, digest] = [this.incomingPath(), digestOf(bytes)];
        await (0,promises_.writeFile)(path, bytes, { mode: 0o600 });
        await this.adopt({ path, digest, size: bytes.length });
        return digest;
    }
}
//# sourceMappingURL=blobs.js.map
;// CONCATENATED MODULE: ./packages/sandbox/lib/credentials.js

/** 192 random bits; the prefix keeps the text from being taken for a flag and tells scanners what they found. */
function createPassword() {
    return `sbx_${(0,external_node_crypto_.randomBytes)(24).toString('base64url')}`;
}
function createUsername(registry) {
    return `${registry}-${(0,external_node_crypto_.randomBytes)(4).toString('hex')}`;
}
/** Hashed first, so that neither content nor length of the expected value can be timed. */
function equalSecrets(given, expected) {
    return (0,external_node_crypto_.timingSafeEqual)(hashSecret(given), hashSecret(expected));
}
function hashSecret(secret) {
    return (0,external_node_crypto_.createHash)('sha256').update(secret).digest();
}
function isExpired(credential, now) {
    return credential.expiresAt !== undefined && credential.expiresAt <= now;
}
/** The live credentials of every registry, the current one of each first. */
class CredentialBook {
    #live = new Map();
    #current = new Map();
    #usernames = new Set();
    #now;
    constructor(credentials, now) {
        this.#now = now;
        for (const credential of credentials)
            this.#set(credential.registry, [...this.list(credential.registry), credential]);
    }
    list(registry) {
        return this.#live.get(registry) ?? [];
    }
    /** The first that lives; where none does, the last that was current. */
    current(registry) {
        return this.#current.get(registry);
    }
    isLive(credential) {
        return this.list(credential.registry).includes(credential);
    }
    /** Whether this is, or once was, somebody's name here: anything else may be a password typed into the wrong field. */
    knowsUsername(username) {
        return this.#usernames.has(username);
    }
    authenticate(username, password) {
        const matching = [];
        for (const credential of [...this.#live.values()].flat()) {
            const sameUsername = equalSecrets(username, credential.username);
            if (equalSecrets(password, credential.password) && sameUsername)
                matching.push(credential);
        }
        if (matching.length === 0)
            return { kind: 'wrong' };
        const credentials = matching.filter((credential) => !isExpired(credential, this.#now()));
        return credentials.length > 0 ? { kind: 'accepted', credentials } : { kind: 'expired' };
    }
    /** Gives the registry a new current credential in the place of the present one, or, with grace, before it. */
    rotate(registry, options = {}) {
        const [present, ...others] = this.list(registry);
        const { grace = false, password = createPassword() } = options;
        const username = options.username ?? (grace ? undefined : present?.username) ?? createUsername(registry);
        const next = { registry, username, password, access: this.current(registry)?.access ?? 'push' };
        this.#set(registry, grace && present ? [next, present, ...others] : [next, ...others]);
        return next;
    }
    /** A string is a username and means every live credential of that name; answers how many ended. */
    retire(registry, old) {
        const before = this.list(registry);
        const after = before.filter((credential) => typeof old === 'string'
            ? credential.username !== old
            : credential.username !== old.username || credential.password !== old.password);
        this.#set(registry, after);
        return before.length - after.length;
    }
    #set(registry, credentials) {
        this.#live.set(registry, credentials);
        if (credentials[0])
            this.#current.set(registry, credentials[0]);
        for (const { username } of credentials)
            this.#usernames.add(username);
    }
}
//# sourceMappingURL=credentials.js.map
;// CONCATENATED MODULE: ./packages/sandbox/lib/caller.js

/** A header of a scheme that is not known here counts as `none`: it proves nothing. */
function readAuthorization(header) {
    const [, name = '', value = ''] = /^([a-z]+) +(\S+)$/i.exec(header ?? '') ?? [];
    const scheme = name.toLowerCase();
    return scheme === 'basic' || scheme === 'bearer' ? { scheme, value } : { scheme: 'none', value: '' };
}
/** RFC 7617: cut at the first colon, for passwords may hold more of them. Undefined where there is none. */
function decodeBasic(value) {
    const text = Buffer.from(value, 'base64').toString('utf8');
    const colon = text.indexOf(':');
    return colon < 0 ? undefined : { username: text.slice(0, colon), password: text.slice(colon + 1) };
}
function identifyByPassword(book, given) {
    const { username } = given;
    const found = book.authenticate(username, given.password);
    if (found.kind === 'accepted')
        return { kind: 'credential', credentials: found.credentials };
    return { kind: 'rejected', reason: found.kind, ...(book.knowsUsername(username) ? { username } : {}) };
}
function identifyBasic(book, value) {
    const given = decodeBasic(value);
    // podman and skopeo without a credential answer a Basic challenge with an empty one, instead of with none.
    if (given?.username === '' && given.password === '')
        return { kind: 'anonymous' };
    return given ? identifyByPassword(book, given) : { kind: 'rejected', reason: 'wrong' };
}
/** A token lives as long as each credential that it was given for: rotation ends it at once. */
function identifyToken(context) {
    const { book, now } = context;
    const token = context.tokens.find(context.text);
    if (!token)
        return { kind: 'rejected', reason: 'token' };
    const { credentials, grants } = token;
    const username = usernameOf(credentials);
    const owner = username === undefined ? {} : { username };
    if (credentials.some((credential) => isExpired(credential, now))) {
        return { kind: 'rejected', reason: 'expired', ...owner };
    }
    if (token.expiresAt <= now || !credentials.every((credential) => book.isLive(credential))) {
        return { kind: 'rejected', reason: 'token', ...owner };
    }
    return { kind: 'token', credentials, grants };
}
function usernameOf(credentials) {
    return credentials[0]?.username;
}
//# sourceMappingURL=caller.js.map
;// CONCATENATED MODULE: ./packages/sandbox/lib/access-log.js

/** A sandbox may run for days; the newest records are what anybody looks at. */
const LONGEST_LOG = 10_000;
function appendRecord(log, facts, caller) {
    const username = findUsername(caller);
    const accepted = caller.kind === 'credential' || caller.kind === 'token';
    log.push({ ...facts, ...(username === undefined ? {} : { username }), accepted });
    if (log.length > LONGEST_LOG)
        log.shift();
}
function findUsername(caller) {
    if (caller.kind === 'anonymous')
        return undefined;
    return caller.kind === 'rejected' ? caller.username : usernameOf(caller.credentials);
}
//# sourceMappingURL=access-log.js.map
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
;// CONCATENATED MODULE: ./packages/sandbox/lib/errors.js
// https://github.com/opencontainers/distribution-spec/blob/main/spec.md#error-codes; the statuses are distribution's.
const errors_STATUS = {
    BLOB_UNKNOWN: 404,
    BLOB_UPLOAD_INVALID: 409,
    BLOB_UPLOAD_UNKNOWN: 404,
    DENIED: 403,
    DIGEST_INVALID: 400,
    MANIFEST_BLOB_UNKNOWN: 400,
    MANIFEST_INVALID: 400,
    MANIFEST_UNKNOWN: 404,
    NAME_INVALID: 400,
    NAME_UNKNOWN: 404,
    PAGINATION_NUMBER_INVALID: 400,
    SIZE_INVALID: 400,
    UNAUTHORIZED: 401,
    UNKNOWN: 500,
    UNSUPPORTED: 405,
};
/** A refusal as the client will see it: thrown anywhere while a request is served, rendered in one place. */
class RegistryError extends Error {
    name = 'RegistryError';
    code;
    status;
    headers;
    detail;
    constructor(code, message, options = {}) {
        super(message);
        this.code = code;
        this.status = options.status ?? errors_STATUS[code];
        this.headers = options.headers ?? {};
        this.detail = options.detail;
    }
}
//# sourceMappingURL=errors.js.map
;// CONCATENATED MODULE: ./packages/sandbox/lib/answers.js



function answerJson(status, value, headers = {}) {
    return {
        status,
        headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
        body: JSON.stringify(value),
    };
}
/** The error body of the OCI distribution spec. What is not a refusal of ours is reported without its words. */
function answerError(error) {
    const { code, message, detail, status, headers } = error instanceof RegistryError ? error : new RegistryError('UNKNOWN', 'the sandbox failed to serve this request');
    return answerJson(status, { errors: [{ code, message, ...(detail === undefined ? {} : { detail }) }] }, headers);
}
async function sendAnswer(request, response, answer) {
    const { body = '' } = answer;
    const slice = typeof body === 'string' || Buffer.isBuffer(body) ? undefined : body;
    const length = slice ? slice.end - slice.start + 1 : Buffer.byteLength(body);
    response.writeHead(answer.status, {
        'Docker-Distribution-Api-Version': 'registry/2.0',
        'X-Content-Type-Options': 'nosniff',
        ...(answer.status === 204 ? {} : { 'Content-Length': String(length) }),
        ...answer.headers,
    });
    if (request.method === 'HEAD' || length === 0) {
        response.end();
    }
    else if (slice) {
        await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(slice.path, { start: slice.start, end: slice.end }), response);
    }
    else {
        response.end(body);
    }
}
//# sourceMappingURL=answers.js.map
;// CONCATENATED MODULE: ./packages/sandbox/lib/admin.js




/** Whether the caller holds the administrator's token. */
function isAdministrator(backend, exchange) {
    const { scheme, value } = readAuthorization(exchange.request.headers.authorization);
    return scheme === 'bearer' && equalSecrets(value, backend.settings.adminToken);
}
/** Issues a credential of a fresh username; those before it live on until they are deleted. */
function createCredential(backend, exchange, registry) {
    checkAdministrator(backend, exchange, registry);
    const { username, password } = backend.book.rotate(registry, { grace: true });
    return answerJson(200, { version: 1, username, password }, { 'Cache-Control': 'no-store' });
}
function deleteCredential(backend, exchange, old) {
    checkAdministrator(backend, exchange, old.registry);
    if (backend.book.retire(old.registry, old.username) > 0)
        return { status: 204 };
    throw new RegistryError('NAME_UNKNOWN', 'this registry has no live credential of that username');
}
function checkAdministrator(backend, exchange, registry) {
    if (!isAdministrator(backend, exchange)) {
        throw new RegistryError('UNAUTHORIZED', 'this needs the token of the sandbox’s administrator', {
            headers: { 'WWW-Authenticate': 'Bearer realm="DCR sandbox administration"' },
        });
    }
    if (!backend.settings.registries.has(registry))
        throw new RegistryError('NAME_UNKNOWN', 'there is no such registry');
}
//# sourceMappingURL=admin.js.map
;// CONCATENATED MODULE: ./packages/sandbox/lib/names.js

// Grammar: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests
const COMPONENT = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const REGISTRY = new RegExp(`^${COMPONENT}$`);
const IMAGE = new RegExp(`^(${COMPONENT})/(${COMPONENT}(?:/${COMPONENT})*)$`);
const TAG = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/;
const DIGEST = /^sha256:[a-f0-9]{64}$/;
/** Clients limit host and name together to 255 characters; here the name alone. */
const LONGEST_NAME = 255;
function isRegistryName(text) {
    return text.length <= LONGEST_NAME && REGISTRY.test(text);
}
function isDigest(text) {
    return DIGEST.test(text);
}
/** Throws `NAME_INVALID`. */
function parseRegistryName(text) {
    if (!isRegistryName(text))
        throw new RegistryError('NAME_INVALID', 'this is not the name of a registry');
    return text;
}
/** Undefined where the text is no image name of this host. */
function findImageName(text) {
    const [, registry, repository] = (text.length <= LONGEST_NAME && IMAGE.exec(text)) || [];
    return registry && repository ? { registry, repository, full: text } : undefined;
}
/** Throws `NAME_INVALID`. */
function parseImageName(text) {
    const image = findImageName(text);
    if (image)
        return image;
    throw new RegistryError('NAME_INVALID', 'an image is named <registry>/<repository>, in lower case');
}
/** Throws `DIGEST_INVALID`; sha256 is the one algorithm that every registry must know. */
function parseDigest(text) {
    if (!isDigest(text))
        throw new RegistryError('DIGEST_INVALID', 'a digest is sha256: and 64 hexadecimal digits');
    return text;
}
/** Throws `DIGEST_INVALID` or `NAME_INVALID`. */
function parseManifestReference(text) {
    if (text.includes(':'))
        return { kind: 'digest', digest: parseDigest(text) };
    if (TAG.test(text))
        return { kind: 'tag', tag: text };
    throw new RegistryError('NAME_INVALID', 'this is neither a tag nor a digest');
}
//# sourceMappingURL=names.js.map
;// CONCATENATED MODULE: ./packages/sandbox/lib/scopes.js

function formatScope(grants) {
    return grants.map(({ type, name, actions }) => `${type}:${name}:${actions.join(',')}`).join(' ');
}
function includesGrant(grants, wanted) {
    const held = grants.filter(({ type, name }) => type === wanted.type && name === wanted.name);
    return wanted.actions.every((action) => held.some(({ actions }) => actions.includes(action)));
}
/** What these credentials may do to this registry and all that is in it. */
function permittedActions(credentials, registry) {
    const own = credentials.filter((credential) => credential.registry === registry.name);
    if (own.some(({ access }) => access === 'push'))
        return ['pull', 'push', 'delete', 'catalog'];
    if (own.length > 0)
        return ['pull', 'catalog'];
    return registry.public ? ['pull'] : [];
}
/**
 * Scopes as they were asked for, cut down to what the credentials allow. Asking for too much is not an error, and what
 * cannot be understood grants nothing: https://distribution.github.io/distribution/spec/auth/token/
 */
function narrowScopes(scopes, credentials, registries) {
    return scopes.flatMap((scope) => {
        const [type, name, asked] = splitScope(scope);
        const registry = registries.get((type === 'registry' ? name : findImageName(name)?.registry) ?? '');
        if (!registry || (type !== 'repository' && type !== 'registry'))
            return [];
        const actions = permittedActions(credentials, registry)
            .filter((action) => (action === 'catalog') === (type === 'registry'))
            .filter((action) => asked.includes(action) || asked.includes('*'));
        return actions.length > 0 ? [{ type, name, actions }] : [];
    });
}
/** `type[(class)]:name:action,…`, where a name may itself hold a colon (a host with its port). */
function splitScope(scope) {
    const first = scope.indexOf(':');
    const last = scope.lastIndexOf(':');
    if (first === last)
        return ['', '', []];
    const type = scope.slice(0, first).replace(/\([a-z]*\)$/, '');
    return [type, scope.slice(first + 1, last), scope.slice(last + 1).split(',')];
}
//# sourceMappingURL=scopes.js.map
;// CONCATENATED MODULE: ./packages/sandbox/lib/authorize.js


const REJECTIONS = {
    wrong: 'the username or password is not accepted',
    expired: 'the credential has expired',
    token: 'the token is not accepted: it is unknown, has expired or its credential was retired',
};
/** Undefined where any valid credential will do. */
function findNeed(route, method, query) {
    switch (route.kind) {
        case 'catalog':
            return {
                registry: route.registry,
                grant: { type: 'registry', name: route.registry, actions: ['catalog'] },
            };
        case 'tags':
            return needImage(route.image, ['pull']);
        case 'blob':
        case 'manifest':
            return needImage(route.image, ACTIONS[method] ?? ['pull']);
        case 'upload':
            return needImage(route.image, ['pull', 'push']);
        case 'uploads': {
            const from = findImageName(query.get('from') ?? '');
            const need = needImage(route.image, ['pull', 'push']);
            return query.has('mount') && from ? { ...need, also: needImage(from, ['pull']).grant } : need;
        }
        default:
            return undefined;
    }
}
const ACTIONS = { PUT: ['pull', 'push'], DELETE: ['delete'] };
function needImage(image, actions) {
    return { registry: image.registry, grant: { type: 'repository', name: image.full, actions } };
}
function decideAccess(caller, need, facts) {
    if (caller.kind === 'rejected') {
        return { kind: 'challenge', message: REJECTIONS[caller.reason], error: 'invalid_token' };
    }
    if (!need) {
        const proven = caller.kind !== 'anonymous' && caller.credentials.length > 0;
        return proven ? { kind: 'allow' } : { kind: 'challenge', message: 'authentication required' };
    }
    if (mayUse(caller, need.registry, need.grant, facts))
        return { kind: 'allow' };
    if (caller.kind === 'anonymous')
        return { kind: 'challenge', message: 'authentication required' };
    // Only who has some registry here is told which names there are.
    if (!facts.registries.has(need.registry) && caller.credentials.length > 0)
        return { kind: 'unknown-registry' };
    return caller.kind === 'token'
        ? { kind: 'challenge', message: 'the token does not allow this', error: 'insufficient_scope' }
        : { kind: 'deny', message: 'the credential is valid, but does not allow this here' };
}
/** Whether the caller may do this to something in that registry. */
function mayUse(caller, registryName, grant, facts) {
    const registry = facts.registries.get(registryName);
    if (!registry || caller.kind === 'rejected')
        return false;
    if (caller.kind === 'token')
        return includesGrant(caller.grants, grant);
    // Registries that issue tokens want one even for a public image, and give it to anybody.
    if (facts.scheme === 'bearer')
        return false;
    const permitted = permittedActions(caller.kind === 'credential' ? caller.credentials : [], registry);
    return grant.actions.every((action) => permitted.includes(action));
}
/** The value of WWW-Authenticate: RFC 6750 §3 and https://distribution.github.io/distribution/spec/auth/token/ */
function formatChallenge(challenge) {
    if (challenge.scheme === 'basic')
        return BASIC_CHALLENGE;
    const { need, error } = challenge;
    const parameters = { realm: `${challenge.origin}/token`, service: 'dcr-sandbox' };
    if (need)
        parameters['scope'] = formatScope(need.also ? [need.grant, need.also] : [need.grant]);
    if (error)
        parameters['error'] = error;
    return `Bearer ${Object.entries(parameters)
        .map(([name, value]) => `${name}="${value}"`)
        .join(',')}`;
}
const BASIC_CHALLENGE = 'Basic realm="DCR sandbox"';
//# sourceMappingURL=authorize.js.map
;// CONCATENATED MODULE: ./packages/sandbox/lib/blob-endpoint.js

function serveBlob(backend, exchange, image, digest) {
    const repository = backend.repositories.get(image);
    const size = backend.blobs.size(digest);
    if (size === undefined || !repository.blobs.has(digest)) {
        throw new RegistryError('BLOB_UNKNOWN', 'this repository does not hold that blob');
    }
    if (exchange.method === 'DELETE') {
        repository.blobs.delete(digest);
        return { status: 202 };
    }
    const headers = {
        'Content-Type': 'application/octet-stream',
        'Docker-Content-Digest': digest,
        'Accept-Ranges': 'bytes',
        ETag: `"${digest}"`,
    };
    const path = backend.blobs.path(digest);
    const range = exchange.method === 'GET' ? parseRange(exchange.request.headers.range, size) : undefined;
    if (range === undefined)
        return { status: 200, headers, body: { path, start: 0, end: size - 1 } };
    if (range === 'unsatisfiable')
        return { status: 416, headers: { 'Content-Range': `bytes */${size}` } };
    const contentRange = `bytes ${range.start}-${range.end}/${size}`;
    return { status: 206, headers: { ...headers, 'Content-Range': contentRange }, body: { path, ...range } };
}
/**
 * One range of bytes, RFC 9110 §14. Several ranges, other units and what does not parse are answered with the whole, as
 * the RFC allows: undefined.
 */
function parseRange(header, size) {
    const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
    if (from === '' && to === '')
        return undefined;
    const start = from === '' ? Math.max(size - Number(to), 0) : Number(from);
    const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
    if (from !== '' && to !== '' && Number(to) < Number(from))
        return undefined;
    return start > end ? 'unsatisfiable' : { start, end };
}
//# sourceMappingURL=blob-endpoint.js.map
;// CONCATENATED MODULE: ./packages/sandbox/lib/catalog.js


/** DCR's own endpoint: one registry's repositories, named without the registry. */
function listRepositories(backend, exchange, registry) {
    const page = cutPage(backend.repositories.list(registry), exchange);
    return answerJson(200, { repositories: page.names }, page.headers);
}
function listTags(backend, exchange, image) {
    const page = cutPage([...backend.repositories.get(image).tags.keys()].toSorted(), exchange);
    return answerJson(200, { name: image.full, tags: page.names }, page.headers);
}
/**
 * `n` and `last` of the OCI spec (§ listing tags), for names that are sorted; where more follow, Link says how to ask.
 * Throws `PAGINATION_NUMBER_INVALID`.
 */
function cutPage(names, exchange) {
    const n = exchange.query.get('n');
    if (n !== null && !/^\d{1,9}$/.test(n)) {
        throw new RegistryError('PAGINATION_NUMBER_INVALID', 'n is a number of entries');
    }
    const after = exchange.query.get('last') ?? '';
    const rest = names.filter((name) => name > after);
    const page = n === null ? rest : rest.slice(0, Number(n));
    const last = page.at(-1);
    if (last === undefined || page.length === rest.length)
        return { names: page, headers: {} };
    const next = new URLSearchParams({ n: String(page.length), last });
    return { names: page, headers: { Link: `<${exchange.path}?${next}>; rel="next"` } };
}
//# sourceMappingURL=catalog.js.map
;// CONCATENATED MODULE: ./packages/sandbox/lib/exchange.js
/** Reads a whole body. Throws the given error as soon as it is larger than the limit (bytes). */
async function readBody(request, limit, tooLarge) {
    const chunks = [];
    let size = 0;
    // Node leaves the connection of a request alone when its body is read no further, so the refusal reaches the client.
    for await (const chunk of request) {
        size += chunk.length;
        if (size > limit)
            throw tooLarge;
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
//# sourceMappingURL=exchange.js.map
;// CONCATENATED MODULE: ./packages/sandbox/lib/manifests.js


const IMAGE_TYPE = 'application/vnd.docker.distribution.manifest.v2+json';
const IMAGE_TYPES = [IMAGE_TYPE, 'application/vnd.oci.image.manifest.v1+json'];
const INDEX_TYPES = [
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.oci.image.index.v1+json',
];
/** Throws `MANIFEST_INVALID`. */
function readManifest(bytes, contentType) {
    const manifest = parseObject(bytes);
    const stated = manifest['mediaType'];
    const sent = contentType?.split(';', 1)[0]?.trim().toLowerCase();
    const mediaType = sent ?? stated;
    if (stated !== undefined && stated !== mediaType)
        throw invalid('mediaType and Content-Type differ');
    if (manifest['schemaVersion'] !== 2)
        throw invalid('schemaVersion is not 2');
    if (typeof mediaType === 'string' && IMAGE_TYPES.includes(mediaType)) {
        const blobs = [readDescriptor(manifest['config']), ...readDescriptors(manifest['layers'])];
        return { mediaType, blobs, manifests: [] };
    }
    if (typeof mediaType === 'string' && INDEX_TYPES.includes(mediaType)) {
        return { mediaType, blobs: [], manifests: readDescriptors(manifest['manifests']) };
    }
    throw invalid('this media type is neither an image nor an index of Docker (version 2) or OCI');
}
function parseObject(bytes) {
    try {
        const value = JSON.parse(bytes.toString('utf8'));
        if (isObject(value))
            return value;
    }
    catch {
        // The answer is the same as for JSON that is no object.
    }
    throw invalid('this is no JSON object');
}
function readDescriptors(value) {
    if (!Array.isArray(value))
        throw invalid('a list of descriptors is missing');
    return value.map(readDescriptor);
}
function readDescriptor(value) {
    if (!isObject(value))
        throw invalid('a descriptor is missing');
    const { digest, size, urls } = value;
    if (typeof digest !== 'string' || !isDigest(digest))
        throw invalid('a descriptor has no sha256 digest');
    if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0)
        throw invalid('a descriptor has no size');
    return { digest, size, foreign: Array.isArray(urls) && urls.length > 0 };
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function invalid(message) {
    return new RegistryError('MANIFEST_INVALID', message);
}
//# sourceMappingURL=manifests.js.map
;// CONCATENATED MODULE: ./packages/sandbox/lib/manifest-endpoint.js




/** 4 MiB, the size that the OCI spec asks every registry to take at least. */
const MANIFEST_LIMIT = 4 * 1024 * 1024;
async function serveManifest(backend, exchange, wanted) {
    if (exchange.method === 'PUT')
        return await putManifest(backend, exchange, wanted);
    const repository = backend.repositories.get(wanted.image);
    return exchange.method === 'DELETE'
        ? deleteManifest(repository, wanted.reference)
        : getManifest(repository, wanted.reference);
}
function getManifest(repository, reference) {
    const digest = reference.kind === 'tag' ? repository.tags.get(reference.tag) : reference.digest;
    const manifest = digest === undefined ? undefined : repository.manifests.get(digest);
    if (!manifest || digest === undefined)
        throw unknownManifest();
    return {
        status: 200,
        headers: { 'Content-Type': manifest.mediaType, 'Docker-Content-Digest': digest, ETag: `"${digest}"` },
        body: manifest.bytes,
    };
}
/** A tag takes only itself away; a digest takes the manifest and every tag on it. */
function deleteManifest(repository, reference) {
    if (reference.kind === 'tag') {
        if (!repository.tags.delete(reference.tag))
            throw unknownManifest();
        return { status: 202 };
    }
    if (!repository.manifests.delete(reference.digest))
        throw unknownManifest();
    for (const [tag, digest] of repository.tags) {
        if (digest === reference.digest)
            repository.tags.delete(tag);
    }
    return { status: 202 };
}
async function putManifest(backend, exchange, wanted) {
    const tooLarge = new RegistryError('MANIFEST_INVALID', 'a manifest has at most 4 MiB', { status: 413 });
    const bytes = await readBody(exchange.request, MANIFEST_LIMIT, tooLarge);
    const digest = digestOf(bytes);
    const { image, reference } = wanted;
    if (reference.kind === 'digest' && reference.digest !== digest) {
        throw new RegistryError('DIGEST_INVALID', 'the digest is not that of the manifest', { detail: { found: digest } });
    }
    const content = readManifest(bytes, exchange.request.headers['content-type']);
    checkReferences(backend, backend.repositories.find(image), content);
    const repository = backend.repositories.open(image);
    repository.manifests.set(digest, { mediaType: content.mediaType, bytes });
    if (reference.kind === 'tag')
        repository.tags.set(reference.tag, digest);
    return {
        status: 201,
        headers: { Location: `/v2/${image.full}/manifests/${digest}`, 'Docker-Content-Digest': digest },
    };
}
/** Throws `MANIFEST_BLOB_UNKNOWN` for what this repository does not hold, `MANIFEST_INVALID` for a wrong size. */
function checkReferences(backend, repository, content) {
    const blobs = content.blobs
        .filter(({ foreign }) => !foreign)
        .map(({ digest, size }) => ({ digest, size, found: repository?.blobs.has(digest) && backend.blobs.size(digest) }));
    const manifests = content.manifests.map(({ digest, size }) => {
        return { digest, size, found: repository?.manifests.get(digest)?.bytes.length };
    });
    for (const { digest, size, found } of [...blobs, ...manifests]) {
        if (typeof found !== 'number') {
            const message = 'the manifest refers to something that this repository does not hold';
            throw new RegistryError('MANIFEST_BLOB_UNKNOWN', message, { detail: { digest } });
        }
        if (found !== size)
            throw new RegistryError('MANIFEST_INVALID', 'a size is wrong', { detail: { digest } });
    }
}
function unknownManifest() {
    return new RegistryError('MANIFEST_UNKNOWN', 'this repository does not hold that manifest');
}
//# sourceMappingURL=manifest-endpoint.js.map
;// CONCATENATED MODULE: ./packages/sandbox/lib/router.js


const METHODS = {
    base: ['GET', 'HEAD'],
    token: ['GET', 'POST'],
    catalog: ['GET', 'HEAD'],
    tags: ['GET', 'HEAD'],
    manifest: ['GET', 'HEAD', 'PUT', 'DELETE'],
    blob: ['GET', 'HEAD', 'DELETE'],
    uploads: ['POST'],
    upload: ['GET', 'HEAD', 'PATCH', 'PUT', 'DELETE'],
    credentials: ['POST'],
    credential: ['DELETE'],
};
// The name is greedy, so that the verb is the last one in the path: a repository may be called `blobs` or `manifests`.
const ENDPOINTS = [
    [/^(.+)\/_catalog$/, (name) => ({ kind: 'catalog', registry: parseRegistryName(name) })],
    [/^(.+)\/tags\/list$/, (name) => ({ kind: 'tags', image: parseImageName(name) })],
    [
        /^(.+)\/manifests\/([^/]+)$/,
        (name, last) => ({ kind: 'manifest', image: parseImageName(name), reference: parseManifestReference(last) }),
    ],
    [/^(.+)\/blobs\/uploads\/?$/, (name) => ({ kind: 'uploads', image: parseImageName(name) })],
    [/^(.+)\/blobs\/uploads\/([^/]+)$/, (name, last) => ({ kind: 'upload', image: parseImageName(name), id: last })],
    [
        /^(.+)\/blobs\/([^/]+)$/,
        (name, last) => ({ kind: 'blob', image: parseImageName(name), digest: parseDigest(last) }),
    ],
];
/**
 * Path, as it stood in the request line, to route. Nothing is normalised: `..`, doubled and encoded slashes fail the
 * grammar of names instead of becoming another name.
 * Throws `NAME_INVALID`, `DIGEST_INVALID` or `UNSUPPORTED`.
 */
function parseRoute(method, path) {
    const route = parsePath(path);
    const allowed = METHODS[route.kind];
    if (allowed.includes(method))
        return route;
    throw new RegistryError('UNSUPPORTED', 'this endpoint does not know this method', {
        headers: { Allow: allowed.join(', ') },
    });
}
function parsePath(path) {
    if (path === '/v2/' || path === '/v2')
        return { kind: 'base' };
    if (path === '/token')
        return { kind: 'token' };
    return path.startsWith('/v2/') ? parseRegistryPath(path.slice('/v2/'.length)) : parseAdminPath(path);
}
function parseRegistryPath(path) {
    // Only the colon of a digest is ever encoded by clients; with anything else encoded no name fits the grammar.
    const plain = path.replaceAll(/%3a/gi, ':');
    for (const [pattern, build] of ENDPOINTS) {
        const [matched, name, last] = pattern.exec(plain) ?? [];
        if (matched !== undefined)
            return build(name ?? '', last ?? '');
    }
    throw unknownPath();
}
function parseAdminPath(path) {
    const [, name, username] = /^\/sandbox\/registries\/([^/]+)\/credentials(?:\/([^/]+))?$/.exec(path) ?? [];
    if (name === undefined)
        throw unknownPath();
    const registry = parseRegistryName(name);
    return username === undefined
        ? { kind: 'credentials', registry }
        : { kind: 'credential', registry, username: decodeSegment(username) };
}
function decodeSegment(segment) {
    try {
        return decodeURIComponent(segment);
    }
    catch {
        throw new RegistryError('NAME_INVALID', 'this is no encoded name');
    }
}
function unknownPath() {
    return new RegistryError('UNSUPPORTED', 'there is no such endpoint', { status: 404 });
}
//# sourceMappingURL=router.js.map
;// CONCATENATED MODULE: ./packages/sandbox/lib/token-endpoint.js







const FORM_LIMIT = 64 * 1024;
/**
 * GET with Basic (https://distribution.github.io/distribution/spec/auth/token/) and POST with a form
 * (https://distribution.github.io/distribution/spec/auth/oauth/).
 */
async function serveToken(backend, exchange) {
    const wanted = exchange.method === 'POST' ? await readForm(backend, exchange) : readQuery(backend, exchange);
    exchange.caller = wanted.caller;
    return issueToken(backend, wanted);
}
function readQuery(backend, exchange) {
    const { scheme, value } = readAuthorization(exchange.request.headers.authorization);
    return {
        caller: scheme === 'basic' ? identifyBasic(backend.book, value) : { kind: 'anonymous' },
        scopes: exchange.query.getAll('scope').flatMap(splitScopes),
        offline: exchange.query.get('offline_token') === 'true',
        namesScope: false,
    };
}
async function readForm(backend, exchange) {
    const tooLarge = new RegistryError('SIZE_INVALID', 'a token request has at most 64 KiB', { status: 413 });
    const form = new URLSearchParams((await readBody(exchange.request, FORM_LIMIT, tooLarge)).toString('utf8'));
    return {
        caller: identifyForm(backend, form),
        scopes: splitScopes(form.get('scope') ?? ''),
        offline: form.get('grant_type') === 'password' && form.get('access_type') === 'offline',
        namesScope: true,
    };
}
function identifyForm(backend, form) {
    switch (form.get('grant_type')) {
        case 'password':
            return identifyByPassword(backend.book, {
                username: form.get('username') ?? '',
                password: form.get('password') ?? '',
            });
        case 'refresh_token':
            return identifyRefreshToken(backend, form.get('refresh_token') ?? '');
        default:
            throw new RegistryError('UNSUPPORTED', 'grant_type is password or refresh_token', { status: 400 });
    }
}
function identifyRefreshToken(backend, text) {
    const { book, tokens, settings } = backend;
    const credentials = tokens.findRefreshToken(text);
    if (!credentials?.every((credential) => book.isLive(credential)))
        return { kind: 'rejected', reason: 'token' };
    const expired = credentials.some((credential) => isExpired(credential, settings.now()));
    return expired ? { kind: 'rejected', reason: 'expired' } : { kind: 'credential', credentials };
}
function issueToken(backend, wanted) {
    const { settings, tokens } = backend;
    if (wanted.caller.kind === 'rejected')
        throw unauthorized(REJECTIONS[wanted.caller.reason]);
    const credentials = wanted.caller.kind === 'anonymous' ? [] : wanted.caller.credentials;
    const grants = narrowScopes(wanted.scopes, credentials, settings.registries);
    if (credentials.length === 0 && grants.length === 0)
        throw unauthorized('authentication required');
    const now = settings.now();
    const token = tokens.issue({ credentials, grants, expiresAt: now + settings.tokenLifetime * 1000 }, now);
    const offline = wanted.offline && settings.refreshTokens && credentials.length > 0;
    return answerJson(200, {
        token,
        access_token: token,
        expires_in: settings.tokenLifetime,
        issued_at: new Date(now).toISOString(),
        ...(wanted.namesScope ? { scope: formatScope(grants) } : {}),
        ...(offline ? { refresh_token: tokens.issueRefreshToken(credentials) } : {}),
    }, { 'Cache-Control': 'no-store' });
}
function splitScopes(text) {
    return text.split(' ').filter((scope) => scope !== '');
}
function unauthorized(message) {
    return new RegistryError('UNAUTHORIZED', message, { headers: { 'WWW-Authenticate': BASIC_CHALLENGE } });
}
//# sourceMappingURL=token-endpoint.js.map
;// CONCATENATED MODULE: ./packages/sandbox/lib/upload-endpoint.js



/** Starts an upload, mounts a blob from another repository, or takes a whole blob in one request. */
async function startUpload(backend, exchange, image) {
    const mount = exchange.query.get('mount');
    if (mount !== null && mountBlob(backend, exchange, image, parseDigest(mount)))
        return answerStored(image, mount);
    const digest = exchange.query.get('digest');
    if (digest !== null)
        parseDigest(digest);
    const upload = await backend.uploads.start(image);
    return digest === null ? answerProgress(upload, 202) : await finishUpload(backend, exchange, upload);
}
async function serveUpload(backend, exchange, image, id) {
    const upload = backend.uploads.get(image, id);
    switch (exchange.method) {
        case 'PATCH':
            checkOrder(upload, exchange.request);
            await backend.uploads.append(upload, exchange.request);
            return answerProgress(upload, 202);
        case 'PUT':
            checkOrder(upload, exchange.request);
            return await finishUpload(backend, exchange, upload);
        case 'DELETE':
            await backend.uploads.cancel(upload);
            return { status: 204 };
        default:
            return answerProgress(upload, 204);
    }
}
async function finishUpload(backend, exchange, upload) {
    const digest = parseDigest(exchange.query.get('digest') ?? '');
    await backend.uploads.finish(upload, digest, exchange.request);
    backend.repositories.open(upload.image).blobs.add(digest);
    return answerStored(upload.image, digest);
}
/** A blob that the caller may not read is not there for him: the spec lets any mount end in an ordinary upload. */
function mountBlob(backend, exchange, image, digest) {
    const from = findImageName(exchange.query.get('from') ?? '');
    if (!from)
        return false;
    const pull = { type: 'repository', name: from.full, actions: ['pull'] };
    if (!mayUse(exchange.caller, from.registry, pull, backend.settings))
        return false;
    if (!backend.repositories.find(from)?.blobs.has(digest))
        return false;
    backend.repositories.open(image).blobs.add(digest);
    return true;
}
/** `Content-Range: <first>-<last>`, without a unit; chunks come in order. Throws `BLOB_UPLOAD_INVALID`, `SIZE_INVALID`. */
function checkOrder(upload, request) {
    const header = request.headers['content-range'];
    if (header === undefined)
        return;
    const [matched, first, last] = /^(?:bytes )?(\d+)-(\d+)$/.exec(header) ?? [];
    if (matched === undefined || Number(first) !== upload.size) {
        throw new RegistryError('BLOB_UPLOAD_INVALID', 'this chunk is not the next one', {
            status: 416,
            headers: progressHeaders(upload),
        });
    }
    const length = request.headers['content-length'];
    if (length !== undefined && Number(length) !== Number(last) - Number(first) + 1) {
        throw new RegistryError('SIZE_INVALID', 'Content-Length and Content-Range differ');
    }
}
function answerProgress(upload, status) {
    return { status, headers: progressHeaders(upload) };
}
function progressHeaders(upload) {
    return {
        Location: `/v2/${upload.image.full}/blobs/uploads/${upload.id}`,
        Range: `0-${Math.max(upload.size - 1, 0)}`,
        'Docker-Upload-UUID': upload.id,
    };
}
function answerStored(image, digest) {
    return {
        status: 201,
        headers: { Location: `/v2/${image.full}/blobs/${digest}`, 'Docker-Content-Digest': digest },
    };
}
//# sourceMappingURL=upload-endpoint.js.map
;// CONCATENATED MODULE: ./packages/sandbox/lib/handler.js












/** Serves one request to its end. Rejects only where the client is gone and nobody can be told anything. */
async function handleRequest(backend, log, [request, response]) {
    const exchange = openExchange(request);
    const answer = await respond(backend, exchange).catch(answerError);
    if (response.destroyed)
        return;
    const { method, path, scheme, caller } = exchange;
    appendRecord(log, { method, path, status: answer.status, scheme }, caller);
    await sendAnswer(request, response, answer);
}
function openExchange(request) {
    const { method = '', url = '' } = request;
    const [path = ''] = url.split('?', 1);
    const query = new URLSearchParams(url.slice(path.length + 1));
    const { scheme } = readAuthorization(request.headers.authorization);
    return { request, method, path, query, scheme, caller: { kind: 'anonymous' } };
}
async function respond(backend, exchange) {
    const route = parseRoute(exchange.method, exchange.path);
    switch (route.kind) {
        case 'token':
            if (backend.settings.scheme === 'basic')
                throw new RegistryError('UNSUPPORTED', 'no tokens here', { status: 404 });
            return await serveToken(backend, exchange);
        case 'credentials':
            exchange.caller = identifyAdministrator(backend, exchange);
            return createCredential(backend, exchange, route.registry);
        case 'credential':
            exchange.caller = identifyAdministrator(backend, exchange);
            return deleteCredential(backend, exchange, route);
        default:
            exchange.caller = identifyCaller(backend, exchange);
            checkAccess(backend, exchange, route);
            return await serveRoute(backend, exchange, route);
    }
}
async function serveRoute(backend, exchange, route) {
    switch (route.kind) {
        case 'base':
            return answerJson(200, {});
        case 'catalog':
            return listRepositories(backend, exchange, route.registry);
        case 'tags':
            return listTags(backend, exchange, route.image);
        case 'manifest':
            return await serveManifest(backend, exchange, route);
        case 'blob':
            return serveBlob(backend, exchange, route.image, route.digest);
        case 'uploads':
            return await startUpload(backend, exchange, route.image);
        case 'upload':
            return await serveUpload(backend, exchange, route.image, route.id);
    }
}
/** A registry that wants tokens does not look at Basic; one that wants Basic refuses a token. */
function identifyCaller(backend, exchange) {
    const { book, tokens, settings } = backend;
    const { scheme, value } = readAuthorization(exchange.request.headers.authorization);
    if (scheme === 'basic' && settings.scheme === 'basic')
        return identifyBasic(book, value);
    if (scheme === 'bearer')
        return identifyToken({ book, tokens, text: value, now: settings.now() });
    return { kind: 'anonymous' };
}
function identifyAdministrator(backend, exchange) {
    if (isAdministrator(backend, exchange))
        return { kind: 'token', credentials: [], grants: [] };
    return exchange.scheme === 'none' ? { kind: 'anonymous' } : { kind: 'rejected', reason: 'token' };
}
/** Throws `UNAUTHORIZED` with a challenge, `DENIED` or `NAME_UNKNOWN`. */
function checkAccess(backend, exchange, route) {
    const need = findNeed(route, exchange.method, exchange.query);
    const verdict = decideAccess(exchange.caller, need, backend.settings);
    switch (verdict.kind) {
        case 'allow':
            return;
        case 'deny':
            throw new RegistryError('DENIED', verdict.message);
        case 'unknown-registry':
            throw new RegistryError('NAME_UNKNOWN', 'there is no such registry on this host');
        case 'challenge': {
            const { scheme } = backend.settings;
            const challenge = formatChallenge({ scheme, origin: findOrigin(backend, exchange), need, error: verdict.error });
            throw new RegistryError('UNAUTHORIZED', verdict.message, { headers: { 'WWW-Authenticate': challenge } });
        }
    }
}
/** The realm must be on the host that the client called, and that may be any name of the loopback, but nothing else. */
function findOrigin(backend, exchange) {
    const { localPort = 0 } = exchange.request.socket;
    const called = exchange.request.headers.host ?? '';
    const own = `${backend.settings.address === '::1' ? '[::1]' : backend.settings.address}:${localPort}`;
    const known = [own, `localhost:${localPort}`].includes(called);
    return `${backend.settings.tls ? 'https' : 'http'}://${known ? called : own}`;
}
//# sourceMappingURL=handler.js.map
;// CONCATENATED MODULE: ./packages/sandbox/lib/listener.js
async function listen(settings, serve) {
    const running = new Set();
    const server = await createServer(settings, (request, response) => {
        const work = serve(request, response)
            .catch(() => void response.destroy())
            .finally(() => running.delete(work));
        running.add(work);
    });
    // The server's own list lacks connections that are still in their TLS handshake.
    const sockets = new Set();
    server.on('connection', (socket) => {
        sockets.add(socket);
        socket.once('close', () => sockets.delete(socket));
    });
    await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(settings.port, settings.address, resolve);
    });
    const { address, family, port } = server.address();
    return {
        host: `${family === 'IPv6' ? `[${address}]` : address}:${port}`,
        close: async () => {
            const closed = new Promise((resolve) => void server.close(() => resolve()));
            for (const socket of sockets)
                socket.destroy();
            await closed;
            await Promise.allSettled(running);
        },
    };
}
/** The servers are loaded when one is started: importing the sandbox costs next to nothing. */
async function createServer(settings, onRequest) {
    // A push may take as long as it takes, and a pooled connection of a client may rest longer than the usual 5 s.
    const options = { requestTimeout: 0, keepAliveTimeout: 60_000 };
    if (settings.tls) {
        const https = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 19));
        return https.createServer({ ...options, ...settings.tls }, onRequest);
    }
    const http = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7067, 19));
    return http.createServer(options, onRequest);
}
//# sourceMappingURL=listener.js.map
;// CONCATENATED MODULE: ./packages/sandbox/lib/options.js




const DEFAULT_REGISTRIES = [
    { name: 'acme', repositories: ['app'] },
    { name: 'globex', repositories: ['web'] },
];
/** Throws `TypeError` for names and usernames that no client could use. */
function resolveOptions(options) {
    const registries = new Map();
    for (const registry of options.registries ?? DEFAULT_REGISTRIES) {
        if (registries.has(registry.name))
            throw new TypeError(`registry ${registry.name} is given twice`);
        registries.set(registry.name, resolveRegistry(registry));
    }
    return {
        registries,
        scheme: options.scheme ?? 'basic',
        refreshTokens: options.refreshTokens ?? false,
        tokenLifetime: options.tokenLifetime ?? 300,
        port: options.port ?? 0,
        address: options.ipv6 ? '::1' : '127.0.0.1',
        tls: options.tls,
        directory: options.directory ?? (0,external_node_os_.tmpdir)(),
        adminToken: (0,external_node_crypto_.randomBytes)(24).toString('base64url'),
        now: options.now ?? Date.now,
    };
}
function resolveRegistry(options) {
    const { name, credentials = [{}], repositories = [] } = options;
    if (!isRegistryName(name))
        throw new TypeError(`${JSON.stringify(name)} is not the name of a registry`);
    if (credentials.length === 0)
        throw new TypeError(`registry ${name} needs a credential`);
    for (const repository of repositories) {
        if (!findImageName(`${name}/${repository}`)) {
            throw new TypeError(`${JSON.stringify(repository)} is not the name of a repository`);
        }
    }
    return {
        name,
        public: options.public ?? false,
        credentials: credentials.map((credential) => resolveCredential(name, credential)),
        repositories,
    };
}
function resolveCredential(registry, options) {
    const { username = `${registry}-ci`, password = createPassword(), access = 'push', expiresAt } = options;
    checkUsername(username);
    return { registry, username, password, access, ...(expiresAt === undefined ? {} : { expiresAt }) };
}
/** Basic cuts at the first colon (RFC 7617), so a username with one could never be used. */
function checkUsername(username) {
    if (username === '' || username.includes(':'))
        throw new TypeError('a username is not empty and has no colon');
}
//# sourceMappingURL=options.js.map
;// CONCATENATED MODULE: ./packages/sandbox/lib/private-directory.js



const remaining = new Set();
/** Makes a directory that only its owner may enter (0700) and that goes with the process, unless a signal ends that. */
async function makePrivateDirectory(parent) {
    const path = await (0,promises_.mkdtemp)((0,external_node_path_.join)(parent, 'dcr-sandbox-'));
    if (remaining.size === 0)
        process.on('exit', removeRemaining);
    remaining.add(path);
    return {
        path,
        async remove() {
            await (0,promises_.rm)(path, { recursive: true, force: true, maxRetries: 3 });
            if (remaining.delete(path) && remaining.size === 0)
                process.off('exit', removeRemaining);
        },
    };
}
function removeRemaining() {
    for (const path of remaining)
        (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
}
//# sourceMappingURL=private-directory.js.map
;// CONCATENATED MODULE: ./packages/sandbox/lib/repositories.js

class Repositories {
    #registries = new Map();
    /** Throws `NAME_UNKNOWN`. */
    get(image) {
        const repository = this.find(image);
        if (repository)
            return repository;
        throw new RegistryError('NAME_UNKNOWN', 'there is no such repository in this registry');
    }
    find(image) {
        return this.#registries.get(image.registry)?.get(image.repository);
    }
    /** Repositories come into being when the first thing is stored in them. */
    open(image) {
        const found = this.find(image);
        if (found)
            return found;
        const repository = { blobs: new Set(), manifests: new Map(), tags: new Map() };
        const registry = this.#registries.get(image.registry) ?? new Map();
        this.#registries.set(image.registry, registry.set(image.repository, repository));
        return repository;
    }
    /** Names without the registry, sorted. */
    list(registry) {
        return [...(this.#registries.get(registry)?.keys() ?? [])].toSorted();
    }
}
//# sourceMappingURL=repositories.js.map
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./packages/sandbox/lib/seed.js




/** Brings a repository into being with one tiny image, tagged `latest`, whose bytes depend on the name alone. */
async function seedRepository(backend, registry, repository) {
    const image = parseImageName(`${registry}/${repository}`);
    const layer = packFile('sandbox.txt', `${image.full}\n`);
    const config = Buffer.from(JSON.stringify(describeImage(layer)));
    const packed = gzipWithoutTrace(layer);
    const place = backend.repositories.open(image);
    for (const bytes of [config, packed])
        place.blobs.add(await backend.blobs.put(bytes));
    const manifest = Buffer.from(JSON.stringify({
        schemaVersion: 2,
        mediaType: IMAGE_TYPE,
        config: describeBlob('application/vnd.docker.container.image.v1+json', config),
        layers: [describeBlob('application/vnd.docker.image.rootfs.diff.tar.gzip', packed)],
    }));
    const digest = digestOf(manifest);
    place.manifests.set(digest, { mediaType: IMAGE_TYPE, bytes: manifest });
    place.tags.set('latest', digest);
}
function describeBlob(mediaType, bytes) {
    return { mediaType, size: bytes.length, digest: digestOf(bytes) };
}
function describeImage(layer) {
    return {
        architecture: 'amd64',
        os: 'linux',
        created: '1970-01-01T00:00:00Z',
        config: { Cmd: ['/sandbox.txt'] },
        rootfs: { type: 'layers', diff_ids: [digestOf(layer)] },
        history: [{ created: '1970-01-01T00:00:00Z', created_by: 'dcr-login sandbox' }],
    };
}
/** A tar archive (POSIX ustar) of one file. */
function packFile(name, text) {
    const content = Buffer.from(text);
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write('0000644\0', 100);
    header.write('0000000\0', 108);
    header.write('0000000\0', 116);
    header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
    header.write('00000000000\0', 136);
    header.write('        ', 148);
    header.write('0', 156);
    header.write('ustar\x0000', 257);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    const padding = Buffer.alloc((512 - (content.length % 512)) % 512);
    return Buffer.concat([header, content, padding, Buffer.alloc(1024)]);
}
/** Stored, not compressed, and without the system's number: the same bytes on every machine and version of zlib. */
function gzipWithoutTrace(bytes) {
    const packed = (0,external_node_zlib_.gzipSync)(bytes, { level: 0 });
    packed[9] = 255;
    return packed;
}
//# sourceMappingURL=seed.js.map
;// CONCATENATED MODULE: ./packages/sandbox/lib/tokens.js

/** Opaque random tokens. Only their hashes are kept, so looking one up compares no secret. */
class TokenStore {
    #tokens = new Map();
    #refreshTokens = new Map();
    /** Answers the token's text. */
    issue(token, now) {
        this.#forgetExpired(now);
        return remember(this.#tokens, token);
    }
    issueRefreshToken(credentials) {
        return remember(this.#refreshTokens, credentials);
    }
    /** Whether it still counts, by its own expiry and by its credentials, is for the caller to judge. */
    find(text) {
        return this.#tokens.get(hash(text));
    }
    findRefreshToken(text) {
        return this.#refreshTokens.get(hash(text));
    }
    /** All live equally long, so the oldest come first. */
    #forgetExpired(now) {
        for (const [key, token] of this.#tokens) {
            if (token.expiresAt > now)
                return;
            this.#tokens.delete(key);
        }
    }
}
function remember(store, value) {
    const text = (0,external_node_crypto_.randomBytes)(32).toString('base64url');
    store.set(hash(text), value);
    return text;
}
function hash(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('base64');
}
//# sourceMappingURL=tokens.js.map
;// CONCATENATED MODULE: ./packages/sandbox/lib/uploads.js



/** Uploads under way. What a client that went away had sent stays, and it may go on from there. */
class Uploads {
    #blobs;
    #open = new Map();
    constructor(blobs) {
        this.#blobs = blobs;
    }
    async start(image) {
        const [id, path] = [(0,external_node_crypto_.randomUUID)(), this.#blobs.incomingPath()];
        await (0,promises_.writeFile)(path, '', { mode: 0o600, flag: 'wx' });
        const upload = { id, image, path, size: 0, hash: (0,external_node_crypto_.createHash)('sha256'), busy: false };
        this.#open.set(id, upload);
        return upload;
    }
    /** Throws `BLOB_UPLOAD_UNKNOWN`, also where the upload belongs to another repository. */
    get(image, id) {
        return this.#get(image, id);
    }
    /** Throws `BLOB_UPLOAD_INVALID` while another request is at work on it. */
    async append(upload, chunks) {
        await this.#alone(upload, (own) => this.#write(own, chunks));
    }
    /** Appends what is left and makes the whole a blob. Throws `DIGEST_INVALID` and drops the upload when it is another. */
    async finish(upload, digest, chunks) {
        await this.#alone(upload, async (own) => {
            await this.#write(own, chunks);
            const found = `sha256:${own.hash.digest('hex')}`;
            if (found !== digest) {
                await this.#drop(own);
                throw new RegistryError('DIGEST_INVALID', 'the digest is not that of the content', { detail: { found } });
            }
            this.#open.delete(own.id);
            await this.#blobs.adopt({ path: own.path, digest, size: own.size });
        });
    }
    async cancel(upload) {
        await this.#alone(upload, (own) => this.#drop(own));
    }
    async #write(upload, chunks) {
        const file = await (0,promises_.open)(upload.path, 'a');
        try {
            for await (const chunk of chunks) {
                try {
                    await file.appendFile(chunk);
                }
                catch (error) {
                    // Half a chunk may be in the file now, so nobody can go on from here.
                    await this.#drop(upload);
                    throw error;
                }
                upload.hash.update(chunk);
                upload.size += chunk.length;
            }
        }
        finally {
            await file.close();
        }
    }
    async #alone(upload, work) {
        const own = this.#get(upload.image, upload.id);
        if (own.busy)
            throw new RegistryError('BLOB_UPLOAD_INVALID', 'another request is at work on this upload');
        own.busy = true;
        try {
            await work(own);
        }
        finally {
            own.busy = false;
        }
    }
    async #drop(upload) {
        this.#open.delete(upload.id);
        await (0,promises_.rm)(upload.path, { force: true });
    }
    #get(image, id) {
        const upload = this.#open.get(id);
        if (upload?.image.full === image.full)
            return upload;
        throw new RegistryError('BLOB_UPLOAD_UNKNOWN', 'there is no such upload in this repository');
    }
}
//# sourceMappingURL=uploads.js.map
;// CONCATENATED MODULE: ./packages/sandbox/lib/sandbox.js











/** Throws `TypeError` for options that no client could use, and the system's error where it cannot listen. */
async function startSandbox(options = {}) {
    const settings = resolveOptions(options);
    const directory = await makePrivateDirectory(settings.directory);
    try {
        const backend = await openBackend(settings, directory.path);
        const log = [];
        const listener = await listen(settings, (...exchange) => handleRequest(backend, log, exchange));
        return createSandbox(backend, log, {
            host: listener.host,
            close: async () => {
                await listener.close();
                await directory.remove();
            },
        });
    }
    catch (error) {
        await directory.remove();
        throw error;
    }
}
async function openBackend(settings, directory) {
    const registries = [...settings.registries.values()];
    const blobs = await BlobStore.open(directory);
    const backend = {
        settings,
        book: new CredentialBook(registries.flatMap(({ credentials }) => credentials), settings.now),
        tokens: new TokenStore(),
        repositories: new Repositories(),
        blobs,
        uploads: new Uploads(blobs),
    };
    for (const { name, repositories } of registries) {
        for (const repository of repositories)
            await seedRepository(backend, name, repository);
    }
    return backend;
}
function createSandbox(backend, log, listener) {
    const { book, repositories, settings } = backend;
    const { host } = listener;
    const find = (name) => {
        const registry = settings.registries.get(name);
        if (!registry)
            throw new RangeError(`the sandbox has no registry ${JSON.stringify(name)}`);
        return registry;
    };
    return {
        host,
        url: `${settings.tls ? 'https' : 'http'}://${host}`,
        adminToken: settings.adminToken,
        log,
        get registries() {
            return [...settings.registries.values()].map((registry) => describeRegistry(registry, host, book));
        },
        rotate(registryName, options = {}) {
            if (options.username !== undefined)
                checkUsername(options.username);
            return book.rotate(find(registryName).name, options);
        },
        retire(registryName, old) {
            if (book.retire(find(registryName).name, old) === 0)
                throw new RangeError('there is no such live credential');
        },
        repositories: (registryName) => repositories.list(find(registryName).name),
        tags: (registryName, repository) => {
            const image = parseImageName(`${find(registryName).name}/${repository}`);
            return [...(repositories.find(image)?.tags.keys() ?? [])].toSorted();
        },
        close: () => listener.close(),
    };
}
function describeRegistry(registry, host, book) {
    const { name } = registry;
    const { username = '', password = '', access = 'push' } = book.current(name) ?? {};
    const credentials = book.list(name);
    return { name, reference: `${host}/${name}`, public: registry.public, username, password, access, credentials };
}
//# sourceMappingURL=sandbox.js.map
;// CONCATENATED MODULE: ./packages/sandbox/lib/index.js

//# sourceMappingURL=index.js.map
;// CONCATENATED MODULE: ./packages/cli/lib/child.js




/** Exit statuses of a command that could not be run, as shells, `env` and docker have them. */
const NOT_FOUND = 127;
const NOT_EXECUTABLE = 126;
const FORWARDED = ['SIGINT', 'SIGQUIT', 'SIGTERM', 'SIGHUP', 'SIGUSR1', 'SIGUSR2'];
/** A terminal sends these to the command itself. */
const BY_TERMINAL = ['SIGINT', 'SIGQUIT'];
/**
 * Runs a command as if it stood there alone: same streams, signals passed on. Its exit status is 128 and more where a
 * signal ended it.
 */
async function runChild(command, world) {
    const { words, env, quiet = false } = command;
    const [file = '', ...args] = words;
    const stdout = quiet ? external_node_process_.stderr : 'inherit';
    // From before the start: a signal that comes in between must not end us, and is passed on.
    let pass = () => undefined;
    const listener = (name) => {
        if (external_node_process_.stdin.isTTY !== true || !BY_TERMINAL.includes(name))
            pass(name);
    };
    for (const name of FORWARDED)
        external_node_process_.on(name, listener);
    world.releaseSignals();
    try {
        return await new Promise((resolve) => {
            const refuse = (error) => resolve(explainNotRun(file, error));
            let child;
            try {
                child = (0,external_node_child_process_.spawn)(file, args, { env: { ...env }, stdio: ['inherit', stdout, 'inherit'] });
            }
            catch (error) {
                // Node tells of some faults at once, such as ENOTDIR and E2BIG, and of others by an event.
                refuse(error);
                return;
            }
            pass = (name) => void child.kill(name);
            if (world.signal.aborted)
                pass('SIGTERM');
            child.once('error', refuse);
            child.once('close', (status, killed) => {
                resolve({ exit: status ?? 128 + (killed === null ? 0 : external_node_os_.constants.signals[killed]) });
            });
        });
    }
    finally {
        // The listeners stay: what comes after the command is short and must not be cut.
        pass = () => undefined;
    }
}
function explainNotRun(file, { code, message }) {
    const failure = new errors/* DcrError */.ol('DCR_INPUT_INVALID', {
        message: `${file} cannot be run (${code ?? message})`,
        remedy: 'After -- stands a program and its arguments, as a shell would run it.',
    });
    return { failure, exit: code === 'ENOENT' ? NOT_FOUND : NOT_EXECUTABLE };
}
//# sourceMappingURL=child.js.map
;// CONCATENATED MODULE: ./packages/cli/lib/shell-env.js

/**
 * One assignment as the named shell reads it, whatever characters the value holds.
 * Throws `DCR_INPUT_INVALID` for a line break in a dotenv value, which would begin an assignment of its own.
 */
function renderAssignment(kind, name, value) {
    // PowerShell takes typographic quotes for plain ones: about_Quoting_Rules.
    if (kind === 'powershell')
        return `$env:${name} = '${value.replace(/['\u2018-\u201B]/gu, '$&$&')}'`;
    // Neither GitHub, GitLab nor docker's --env-file reads quotes: the value is the rest of the line, whatever it holds.
    if (kind === 'dotenv')
        return `${name}=${refuseLineBreak(name, value)}`;
    return `export ${name}='${value.replaceAll("'", `'\\''`)}'`;
}
function refuseLineBreak(name, value) {
    if (!/[\r\n]/u.test(value))
        return value;
    throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', {
        message: `the value of ${name} holds a line break, which a dotenv file cannot carry`,
        remedy: 'Name a --config-dir without one.',
    });
}
//# sourceMappingURL=shell-env.js.map
;// CONCATENATED MODULE: ./packages/cli/lib/commands/sandbox.js




async function runSandbox({ rest, options, world }) {
    const { auth: scheme, registry: names, port } = options;
    const registries = names.length === 0 ? {} : { registries: names.map((name) => ({ name, repositories: ['app'] })) };
    const sandbox = await openSandbox({ scheme, port, ...registries });
    const json = describeSandbox(sandbox);
    if (rest.length === 0)
        return { json, text: explainUse(sandbox), stay: () => serveUntilInterrupted(sandbox, world) };
    try {
        return { json, text: [], ...(await runCommand(rest, sandbox, world, options.json === true)) };
    }
    finally {
        await sandbox.close();
    }
}
async function serveUntilInterrupted(sandbox, { signal, say }) {
    if (!signal.aborted)
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
    await sandbox.close();
    say('The sandbox is gone');
}
function describeSandbox({ host, adminToken, registries }) {
    return {
        host,
        adminToken,
        registries: registries.map(({ reference, username, password }) => ({ registry: reference, username, password })),
    };
}
function explainUse(sandbox) {
    const registries = sandbox.registries.flatMap(({ name, reference, username, password }) => [
        '',
        `# ${reference}, with the repositories: ${sandbox.repositories(name).join(', ')}`,
        renderAssignment('sh', 'DCR_REGISTRY', reference),
        renderAssignment('sh', 'DCR_USERNAME', username),
        renderAssignment('sh', 'DCR_PASSWORD', password),
    ]);
    const [first] = sandbox.registries;
    const rotate = `curl -X POST -H 'Authorization: Bearer ${sandbox.adminToken}' ${sandbox.url}/sandbox/registries/${first?.name}/credentials`;
    return [
        `A registry of DCR’s shape listens on ${sandbox.host}, until Ctrl-C. Paste into another shell:`,
        ...registries,
        'dcr-login login && dcr-login verify --action push',
        '',
        `# a new credential for ${first?.name}; DELETE …/credentials/<username> retires one`,
        rotate,
    ];
}
function runCommand(words, sandbox, world, quiet) {
    const [first] = sandbox.registries;
    const visible = {
        DCR_REGISTRY: first?.reference ?? '',
        DCR_USERNAME: first?.username ?? '',
        DCR_PASSWORD: first?.password ?? '',
        DCR_SANDBOX: JSON.stringify(describeSandbox(sandbox)),
    };
    return runChild({ words, env: composeCommandEnvironment(world.ports.environment, { forms: [], visible }), quiet }, world);
}
/** Throws `DCR_INPUT_INVALID` for options that no client could use, `DCR_STORE_FAILED` where it cannot listen or store. */
async function openSandbox(options = {}) {
    try {
        return await startSandbox(options);
    }
    catch (cause) {
        const { message, name } = cause;
        if (name === 'TypeError' || name === 'RangeError')
            throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', { message, cause });
        throw new errors/* DcrError */.ol('DCR_STORE_FAILED', {
            message: `the sandbox could not start: ${message}`,
            remedy: 'Choose another port, or set TMPDIR to a directory that can be written to.',
            cause,
        });
    }
}
//# sourceMappingURL=sandbox.js.map
;// CONCATENATED MODULE: ./packages/cli/lib/commands/demo.js







/** The story of a credential on the sandbox. Everything it makes lies in one directory, which goes with it. */
async function runDemo({ world }) {
    const started = world.ports.clock.now();
    const sandbox = await openSandbox();
    const directory = external_node_fs_.mkdtempSync(external_node_path_.join((0,external_node_os_.tmpdir)(), 'dcr-login-demo-'));
    const steps = [];
    try {
        world.say(`A registry of DCR’s shape listens on ${sandbox.host}: ${describeRegistries(sandbox)}`);
        for (const step of tellStory(sandbox, directory, world)) {
            world.signal.throwIfAborted();
            const progress = startProgress(step.title, world);
            const seen = await step.run().finally(() => progress.clear());
            progress.done(seen);
            steps.push({ title: step.title, seen });
        }
    }
    finally {
        await sandbox.close();
        external_node_fs_.rmSync(directory, { recursive: true, force: true });
    }
    const seconds = ((world.ports.clock.now() - started) / 1000).toFixed(1);
    return { json: { steps }, text: [`Done in ${seconds} s; nothing of it is left. Try it yourself: dcr-login sandbox`] };
}
function tellStory(sandbox, directory, world) {
    const ports = isolatePorts(world.ports, directory);
    const engine = ports.processes.find('docker') === undefined ? 'file' : 'docker';
    const [acme, globex] = sandbox.registries;
    if (acme === undefined || globex === undefined)
        throw new Error('the sandbox has two registries');
    const credential = { username: acme.username, password: acme.password };
    const ask = { registry: acme.reference, credential, signal: world.signal, retries: 0 };
    const wrongName = acme.reference.replace(/\w+$/u, 'amce');
    const logins = [];
    const forms = [];
    const logIn = async (fresh) => {
        forms.push(...(0,masking/* deriveMaskedForms */.UO)({ ...fresh, password: new secret/* Secret */.z(fresh.password) }));
        const session = await login({ ...ask, credential: fresh, engine, isolate: true }, ports);
        logins.push(session);
        return `as ${session.username}, by ${engine === 'docker' ? 'docker login --password-stdin' : 'writing config.json (no docker here)'}`;
    };
    return [
        { title: `log in to ${acme.reference}`, run: () => logIn(credential) },
        {
            title: 'prove that it may push, without pushing anything',
            run: async () => `push to ${(await (0,verify/* verify */.M)({ ...ask, action: 'push' }, ports)).repository} is allowed`,
        },
        {
            title: `misspell the name: ${wrongName}`,
            run: () => expectRefusal((0,verify/* verify */.M)({ ...ask, registry: wrongName }, ports)),
        },
        {
            title: `try the same credential on ${globex.reference}`,
            run: () => expectRefusal((0,verify/* verify */.M)({ ...ask, registry: globex.reference }, ports)),
        },
        {
            title: 'rotate: a new credential for every place that stores the old one, the old one retired last',
            run: async () => {
                const { report, fresh } = await rotateLocally(sandbox, { directory, ports, signal: world.signal });
                return `${report}; ${await logIn(fresh)}`;
            },
        },
        { title: 'try the old credential', run: () => expectRefusal((0,verify/* verify */.M)(ask, ports)) },
        {
            title: 'log out and look for what is left',
            run: async () => {
                for (const session of logins)
                    await session.close();
                const files = readFiles(directory);
                const leaks = files.filter((text) => forms.some((form) => text.includes(form)));
                if (leaks.length === 0)
                    return `${files.length} files, 0 of them with a secret`;
                throw new errors/* DcrError */.ol('DCR_INTERNAL', { message: `${leaks.length} files still hold a secret after the logout` });
            },
        },
    ];
}
/**
 * The same machine with everything that docker and we keep in one directory, and with a daemon that does not answer:
 * docker then logs in by itself, so that the demo needs none.
 */
function isolatePorts(ports, directory) {
    const variables = {
        ...ports.environment.variables,
        DCR_STATE_DIR: external_node_path_.join(directory, 'state'),
        DOCKER_CONFIG: external_node_path_.join(directory, 'docker'),
        DOCKER_HOST: process.platform === 'win32'
            ? 'npipe:////./pipe/dcr-login-demo'
            : `unix://${external_node_path_.join(directory, 'no-daemon.sock')}`,
        DOCKER_CONTEXT: undefined,
        RUNNER_TEMP: undefined,
        CI_PROJECT_DIR: undefined,
        WORKSPACE_TMP: undefined,
        JENKINS_URL: undefined,
        XDG_RUNTIME_DIR: undefined,
    };
    return { ...ports, environment: { ...ports.environment, variables } };
}
/** The refusal in the words that a user would read at 3 a.m. */
async function expectRefusal(attempt) {
    try {
        await attempt;
    }
    catch (error) {
        if (error instanceof errors/* DcrError */.ol && error.exitCode >= 3 && error.exitCode <= 4)
            return `${error.code}: ${error.message}`;
        throw error;
    }
    throw new errors/* DcrError */.ol('DCR_INTERNAL', { message: 'the sandbox accepted what it must refuse' });
}
function describeRegistries({ registries }) {
    return `${registries.map(({ name }) => name).join(' and ')}, a credential each`;
}
function readFiles(directory) {
    const entries = external_node_fs_.readdirSync(directory, { recursive: true, withFileTypes: true });
    return entries
        .filter((entry) => entry.isFile())
        .map((entry) => external_node_fs_.readFileSync(external_node_path_.join(entry.parentPath, entry.name), 'utf8'));
}
//# sourceMappingURL=demo.js.map
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(481);
;// CONCATENATED MODULE: ./packages/cli/lib/prompt.js



/**
 * Asks on standard error, so that standard output stays for the result. Rejects when interrupted; the end of the input
 * (Ctrl-D) is an empty answer.
 */
async function askLine(question, world) {
    return ask(question, world, { hidden: false });
}
/** Like `askLine`, but what is typed is not shown. */
async function askHidden(question, world) {
    return ask(question, world, { hidden: true }).finally(() => external_node_process_.stderr.write('\n'));
}
function ask(question, { stdin, signal }, { hidden }) {
    return new Promise((resolve, reject) => {
        signal.throwIfAborted();
        const output = hidden ? new external_node_stream_.Writable({ write: (_chunk, _encoding, done) => done() }) : external_node_process_.stderr;
        const lines = (0,external_node_readline_.createInterface)({ input: stdin, output, terminal: true, historySize: 0 });
        // Only now, for until the interface was made, the terminal itself would have shown what is typed.
        if (hidden)
            external_node_process_.stderr.write(question);
        // In raw mode Ctrl-C is a character, not a signal: it is made one again.
        lines.once('SIGINT', () => external_node_process_.kill(external_node_process_.pid, 'SIGINT'));
        const stop = () => {
            reject(new Error('interrupted'));
            lines.close();
        };
        signal.addEventListener('abort', stop, { once: true });
        lines.once('close', () => {
            signal.removeEventListener('abort', stop);
            resolve('');
        });
        lines.question(hidden ? '' : question, (answer) => {
            resolve(answer);
            lines.close();
        });
    });
}
//# sourceMappingURL=prompt.js.map
;// CONCATENATED MODULE: ./packages/cli/lib/credentials.js





/** A pipe that never ends must not eat the memory; no registry takes a longer password. Bytes. */
const PASSWORD_LIMIT = 64 * 1024;
/** The credential for the first REGISTRY of a command line. Throws as `gatherCredential` does. */
function gatherFromOptions(invocation) {
    const { words, options, world } = invocation;
    return gatherCredential({ registry: words[0], ...readFlags(options) }, world);
}
function readFlags(options) {
    return {
        username: options.username,
        passwordStdin: options['password-stdin'] ?? false,
        passwordFile: options['password-file'],
    };
}
/**
 * Registry, user and password from arguments, variables, standard input or file; what is missing is asked for where a
 * person sits at a terminal.
 * Throws `DCR_INPUT_INVALID` for a missing registry or two sources of the password, `DCR_CREDENTIAL_MISSING` otherwise.
 */
async function gatherCredential(given, world) {
    const { variables } = world.ports.environment;
    refuseTwoSources(given);
    const registry = await orAsk(given.registry ?? variables['DCR_REGISTRY'], world, () => askLine('Registry (host/name): ', world));
    if (registry === undefined || registry === '') {
        throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', {
            message: 'no registry is named',
            remedy: 'Give it as argument or in DCR_REGISTRY: host/name, for example dcr.nexqloud.io/acme.',
        });
    }
    const username = await orAsk(given.username, world, () => askLine(`Username for ${registry}: `, world));
    const found = await findPassword(given, world);
    const password = await orAsk(found, world, () => askHidden(`Password for ${registry}: `, world));
    return { registry, username: username ?? '', password: new secret/* Secret */.z((0,credential_credential/* tidyPassword */.qe)(password ?? '')) };
}
/** What was given, and nobody is asked for the rest. Throws `DCR_INPUT_INVALID` for two sources of the password. */
async function collectCredential(options, world) {
    const given = readFlags(options);
    refuseTwoSources(given);
    const password = new secret/* Secret */.z((0,credential_credential/* tidyPassword */.qe)((await findPassword(given, world)) ?? ''));
    return { username: given.username ?? '', password };
}
function refuseTwoSources({ passwordStdin, passwordFile }) {
    if (!passwordStdin || passwordFile === undefined)
        return;
    throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', { message: '--password-stdin and --password-file exclude each other' });
}
async function findPassword(given, world) {
    const piped = given.passwordStdin ? await readPipe(world) : undefined;
    const filed = given.passwordFile === undefined ? piped : await readPasswordFile(given.passwordFile, world);
    return filed ?? world.ports.environment.variables['DCR_PASSWORD'];
}
async function orAsk(value, world, ask) {
    return (value === undefined || value === '') && world.terminal ? ask() : value;
}
async function readPipe({ stdin, signal }) {
    if (stdin.isTTY) {
        throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', {
            message: '--password-stdin needs a pipe, but standard input is a terminal',
            remedy: 'Pipe the password in, or leave --password-stdin out to be asked for it.',
        });
    }
    return readText(stdin, 'standard input', signal);
}
/** Anything that can be read: a file, or a pipe as `<(vault read …)` makes one. */
async function readPasswordFile(file, { signal }) {
    try {
        return await readText(external_node_fs_.createReadStream(file), file, signal);
    }
    catch (error) {
        const { code } = error;
        if (error instanceof errors/* DcrError */.ol || code === undefined || signal.aborted)
            throw error;
        throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', {
            message: `--password-file ${file} cannot be read (${code})`,
            cause: error,
        });
    }
}
async function readText(stream, where, signal) {
    const chunks = [];
    let size = 0;
    for await (const chunk of (0,external_node_stream_.addAbortSignal)(signal, stream)) {
        size += chunk.length;
        if (size > PASSWORD_LIMIT) {
            throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', { message: `${where} holds more than 64 KiB; that is no password` });
        }
        chunks.push(chunk);
    }
    const bytes = Buffer.concat(chunks);
    // What is no UTF-8 would be sent as another password, and be rejected at the price of an attempt.
    if ((0,external_node_buffer_.isUtf8)(bytes))
        return bytes.toString('utf8');
    throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', {
        message: `the password in ${where} is not UTF-8 text`,
        remedy: 'Store it as UTF-8. PowerShell 5 writes UTF-16: Set-Content -Encoding ascii FILE.',
    });
}
//# sourceMappingURL=credentials.js.map
;// CONCATENATED MODULE: ./packages/cli/lib/generated/version.js
/** Made by `npm run generate` from package.json. */
const VERSION = '0.1.0';
//# sourceMappingURL=version.js.map
;// CONCATENATED MODULE: ./packages/cli/lib/masks.js



/**
 * On GitHub's runners a log is masked by what stands on a line of its own; standard error is read for it as well. A file
 * that it was redirected to is no log of the runner's, and would keep the password.
 */
function maskForRunner(forms, { ports, say }) {
    if (ports.environment.variables['GITHUB_ACTIONS'] !== 'true' || isFile(external_node_process_.stderr.fd))
        return;
    for (const command of (0,masking/* composeMaskCommands */.HL)(forms))
        say(command);
}
function isFile(descriptor) {
    try {
        return external_node_fs_.fstatSync(descriptor).isFile();
    }
    catch {
        return false;
    }
}
//# sourceMappingURL=masks.js.map
;// CONCATENATED MODULE: ./packages/cli/lib/commands/doctor.js





const COLOURS = { ok: 32, info: 36, warning: 33, error: 31 };
async function runDoctor({ words, options, world }) {
    const { variables } = world.ports.environment;
    const registry = words[0] ?? variables['DCR_REGISTRY'];
    const credential = await collectCredential(options, world);
    // Only here: no other command has a use for it.
    const { diagnose } = await __webpack_require__.e(/* import() */ 15).then(__webpack_require__.bind(__webpack_require__, 2015));
    const { reference, findings, error } = await diagnose({
        credential,
        action: options.action,
        allowRealms: options['allow-realm'],
        retries: options.retries,
        timeout: options.timeout,
        signal: world.signal,
        versions: { 'dcr-login': VERSION, node: external_node_process_.versions.node, system: `${external_node_process_.platform} ${external_node_process_.arch}` },
        mask: (forms) => maskForRunner(forms, world),
        ...(registry === undefined ? {} : { registry }),
        ...(options.repository === undefined ? {} : { repository: options.repository }),
        ...(options['state-dir'] === undefined ? {} : { stateDir: options['state-dir'] }),
    }, world.ports);
    const about = reference === undefined ? {} : { registry: reference.registry, host: reference.host, name: reference.name };
    const failure = error === undefined
        ? {}
        : {
            ok: false,
            error: { code: error.code, message: error.message, remedy: error.remedy, registry: reference?.registry },
        };
    return {
        json: { ...failure, ...about, findings },
        text: [...findings.map((finding) => describeFinding(finding)), summarise(findings, error?.code)],
        ...(error === undefined ? {} : { exit: error.exit }),
    };
}
/** One line, whatever it holds: it can be searched, counted and pasted. */
function describeFinding({ level, code, subject, message, remedy }) {
    const what = `${paint(COLOURS[level], level.padEnd(7))} ${subject}: ${message}`;
    return [what, ...(code === undefined ? [] : [`[${code}]`]), ...(remedy === undefined ? [] : [`→ ${remedy}`])].join(' ');
}
function summarise(findings, code) {
    const count = (level) => findings.filter((finding) => finding.level === level).length;
    const counted = `${count('error')} errors, ${count('warning')} warnings`;
    return code === undefined
        ? `dcr-login doctor: ${counted}`
        : `dcr-login doctor: ${counted}; the first error is ${code}`;
}
//# sourceMappingURL=doctor.js.map
;// CONCATENATED MODULE: ./packages/core/lib/render/proof.js
/** What a login proved, in words that promise no more; undefined: no request was made (`--verify none`). */
function describeProof(proof, engine) {
    if (proof === undefined)
        return engine === 'file' ? 'nothing was asked' : `${engine} login succeeded, nothing else was asked`;
    const { auth, pull, push } = proof.proven;
    const may = [pull === true ? 'pull' : '', push === true ? 'push' : ''].filter((word) => word !== '').join(' and ');
    const parts = [
        auth ? 'the registry accepts the credential' : 'nothing was refused, but nothing proved either',
        proof.name === true ? 'the registry name is right' : '',
        may === '' ? '' : `it may ${may}`,
    ];
    return parts.filter((part) => part !== '').join(', ');
}
//# sourceMappingURL=proof.js.map
;// CONCATENATED MODULE: ./packages/cli/lib/commands/exec.js





async function runExec(invocation) {
    const { rest, options, world } = invocation;
    const [command = ''] = rest;
    if (command === '') {
        throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', {
            message: 'no command is named',
            remedy: 'Put it after two dashes: dcr-login exec REGISTRY -- CMD.',
        });
    }
    if (!command.includes('/') && world.ports.processes.find(command) === undefined)
        return {
            json: {},
            text: [`dcr-login: ${command} was not found on PATH; nothing was logged in to`],
            exit: NOT_FOUND,
        };
    const { registry, username, password } = await gatherFromOptions(invocation);
    const session = await login({
        registry,
        credential: { username, password },
        forCommand: true,
        owner: process.pid,
        engine: options.engine,
        verify: options.verify,
        retries: options.retries,
        timeout: options.timeout,
        allowRealms: options['allow-realm'],
        signal: world.signal,
        hooks: { mask: (forms) => maskForRunner(forms, world) },
        ...(options.repository === undefined ? {} : { repository: options.repository }),
        ...(options['state-dir'] === undefined ? {} : { stateDir: options['state-dir'] }),
    }, world.ports);
    const forms = (0,masking/* deriveMaskedForms */.UO)({ username, password });
    const { visible, key } = session;
    const env = composeCommandEnvironment(world.ports.environment, { forms, key, visible });
    world.say(`dcr-login: ${session.registry} as ${username} (${describeProof(session.proof, session.engine)}), as long as ${command}`);
    for (const note of session.notes)
        world.say(`dcr-login: note: ${note}`);
    const ended = await runChild({ words: rest, env }, world).finally(() => closeOrSay(session, world));
    return { json: {}, text: [], ...ended };
}
/** The status is that of the command, also where what it used could not be taken away. */
async function closeOrSay(session, { say }) {
    try {
        await session.close();
    }
    catch (error) {
        say(`dcr-login: the login of ${session.registry} is still there: ${error instanceof Error ? error.message : String(error)}`);
        say('  → dcr-login logout --stale');
    }
}
//# sourceMappingURL=exec.js.map
;// CONCATENATED MODULE: ./packages/cli/lib/registries.js


/**
 * The logins of `--registries FILE`. Throws `DCR_INPUT_INVALID` for what does not go with it, `DCR_CONFIG_INVALID` for the
 * file itself, `DCR_CREDENTIAL_MISSING` for an empty variable.
 */
async function readRegistriesFile(given, { ports }) {
    const { file, words, passwordStdin, passwordFile, repository } = given;
    const rivals = [
        words.length > 0 && 'REGISTRY',
        passwordStdin && '--password-stdin',
        passwordFile !== undefined && '--password-file',
        repository !== undefined && '--repository',
    ].filter((rival) => rival !== false);
    if (rivals.length > 0) {
        const message = `--registries names registries and credentials itself, and excludes ${rivals.join(', ')}`;
        throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', { message });
    }
    // Loaded here only: most logins are to one registry.
    const { readRegistries } = await __webpack_require__.e(/* import() */ 153).then(__webpack_require__.bind(__webpack_require__, 4153));
    const { variables } = ports.environment;
    const listed = await readRegistries(registries_readText(file), { name: file, variables, allowPassword: false });
    return listed.map(({ registry, username, password, passwordEnv = '' }) => {
        if (password.reveal() !== '')
            return { registry, credential: { username, password } };
        throw new errors/* DcrError */.ol('DCR_CREDENTIAL_MISSING', {
            registry,
            message: `${file}: no password for ${registry}: the variable ${passwordEnv} is empty or not set`,
        });
    });
}
function registries_readText(file) {
    try {
        return external_node_fs_.readFileSync(file, 'utf8');
    }
    catch (cause) {
        const { code = 'unknown error' } = cause;
        throw new errors/* DcrError */.ol('DCR_CONFIG_INVALID', { message: `--registries ${file} cannot be read (${code})`, cause });
    }
}
//# sourceMappingURL=registries.js.map
;// CONCATENATED MODULE: ./packages/cli/lib/commands/login.js






async function runLogin(invocation) {
    const { options, world } = invocation;
    const sessions = await loginAll({
        registries: await gatherRegistries(invocation),
        engine: options.engine,
        isolate: options.isolate ?? false,
        verify: options.verify,
        retries: options.retries,
        timeout: options.timeout,
        allowRealms: options['allow-realm'],
        signal: world.signal,
        hooks: { mask: (forms) => maskForRunner(forms, world) },
        ...(options['config-dir'] === undefined ? {} : { configDir: options['config-dir'] }),
        ...(options['state-dir'] === undefined ? {} : { stateDir: options['state-dir'] }),
    }, world.ports);
    const kind = options['shell-env'];
    // Of several logins the first is what plain clients see; whoever lies apart is told of in its notes.
    const visible = Object.assign({}, ...sessions.toReversed().map((session) => session.visible));
    const assignments = (shell) => Object.entries(visible).map(([name, value]) => renderAssignment(shell, name, value));
    const output = kind === undefined ? undefined : await assignVisibly(() => assignments(kind), sessions);
    const isHidden = sessions[0]?.isolated === true || options['config-dir'] !== undefined;
    return {
        json: { sessions: sessions.map(login_describeSession) },
        text: [
            ...sessions.flatMap(describeLogin),
            ...(isHidden && kind === undefined ? assignments('sh').map((line) => `  to use it: ${line}`) : []),
        ],
        ...(output === undefined ? {} : { output }),
    };
}
/** Logins that nobody could be shown are taken back. */
async function assignVisibly(render, sessions) {
    try {
        return render()
            .map((line) => `${line}\n`)
            .join('');
    }
    catch (error) {
        for (const session of sessions)
            await session.close();
        throw error;
    }
}
/** From a file with a credential for each, or from the command line with one for all. */
async function gatherRegistries(invocation) {
    const { words, options, world } = invocation;
    const passwordStdin = options['password-stdin'] ?? false;
    const passwordFile = options['password-file'];
    const { repository, registries: file } = options;
    if (file !== undefined)
        return readRegistriesFile({ file, words, passwordStdin, passwordFile, repository }, world);
    const { registry, ...credential } = await gatherFromOptions(invocation);
    return [registry, ...words.slice(1)].map((name) => ({
        registry: name,
        credential,
        ...(repository === undefined ? {} : { repository }),
    }));
}
function login_describeSession(session) {
    const { registry, host, name, engine, configDir, isolated, expiresAt } = session;
    const end = expiresAt === undefined ? {} : { expiresAt: (0,credential_credential/* formatTime */.fU)(expiresAt) };
    return { registry, host, name, engine, configDir, isolated, ...end };
}
function describeLogin(session) {
    const { registry, username, engine, configDir, expiresAt, proof, notes } = session;
    const lines = [
        `Logged in to ${registry} as ${username} (${describeProof(proof, engine)})`,
        `  kept in ${configDir}, until: dcr-login logout ${registry}`,
    ];
    if (expiresAt !== undefined)
        lines.push(`  the credential ends at ${(0,credential_credential/* formatTime */.fU)(expiresAt)}`);
    for (const note of notes)
        lines.push(`  note: ${note}`);
    return lines;
}
//# sourceMappingURL=login.js.map
// EXTERNAL MODULE: ./packages/core/lib/login/close.js + 1 modules
var login_close = __webpack_require__(5727);
;// CONCATENATED MODULE: ./packages/core/lib/login/logout.js






/** The same for people, as the end of the sentence `Logged out of REGISTRY: …`. */
const LOGOUT_OUTCOMES = {
    removed: 'gone',
    restored: 'gone; the login that was there before is back',
    'handed-over': 'gone; a later login stands in its place',
    left: 'gone from here; what is stored for this host now is not ours and was left',
};
/**
 * Undoes what login did, newest first, from the saved state alone, and proves that the secret is gone. What was undone
 * before is not there to be undone again: a second call does nothing.
 * Throws `DCR_STORE_FAILED` and `DCR_LOCKED` after having tried every session.
 */
async function logout(request, ports) {
    const sessions = new session/* SessionStore */.c9((0,places/* chooseStateDirectory */.eE)(ports.environment, request.stateDir), ports);
    const isMeant = selectSessions(request, ports);
    const deadline = ports.clock.now() + (request.timeout ?? 60_000);
    const closed = [];
    const failures = [];
    const cut = request.signal === undefined ? {} : { signal: request.signal };
    for (const session of await sessions.list()) {
        request.signal?.throwIfAborted();
        if (!isMeant(session.record))
            continue;
        try {
            closed.push({
                record: session.record,
                outcome: await (0,login_close/* closeSession */.V)({ session, sessions, deadline, ...cut }, ports),
            });
        }
        catch (error) {
            failures.push(error);
        }
    }
    if (failures.length > 1)
        throw collectFailures(failures);
    if (failures.length > 0)
        throw failures[0];
    return closed;
}
/** Throws `DCR_INPUT_INVALID` for a name that is no registry. */
function selectSessions(request, { processes }) {
    const registries = request.registries?.map((given) => (0,registry_reference/* parseRegistry */.l5)(given).registry) ?? [];
    const named = registries.length > 0 || request.ids !== undefined;
    return ({ registry, id, owner }) => {
        if (registries.length > 0 && !registries.includes(registry))
            return false;
        if (request.ids !== undefined && !request.ids.includes(id))
            return false;
        if (owner === null)
            return request.stale !== true;
        // The login of a job that may live is ended by nobody who does not name it.
        return (named && request.stale !== true) || isProvablyDead(owner, processes);
    };
}
/** The code and remedy of the first, and what became of all. */
function collectFailures(failures) {
    const [first] = failures;
    if (!(first instanceof errors/* DcrError */.ol))
        return first;
    const message = failures.map((failure) => (failure instanceof Error ? failure.message : String(failure))).join('; ');
    return new errors/* DcrError */.ol(first.code, { message, remedy: first.remedy, cause: first });
}
//# sourceMappingURL=logout.js.map
// EXTERNAL MODULE: ./packages/core/lib/login/status.js
var login_status = __webpack_require__(9105);
;// CONCATENATED MODULE: ./packages/cli/lib/commands/logout.js

async function runLogout({ words, options, world }) {
    const stateDir = options['state-dir'] === undefined ? {} : { stateDir: options['state-dir'] };
    const { timeout, stale = false } = options;
    const closed = await logout({ registries: words, stale, timeout, signal: world.signal, ...stateDir }, world.ports);
    const what = [stale ? 'of a dead owner' : '', words.length === 0 ? 'here' : `of ${words.join(', ')}`];
    const nothing = `Nothing to do: there is no login ${what.filter(Boolean).join(' ')}`;
    const kept = words.length > 0 || stale ? [] : await (0,login_status/* listSessions */.G)(stateDir, world.ports);
    return {
        json: {
            sessions: closed.map(({ record: { registry, host, name, engine, configDir, isolated }, outcome }) => {
                return { registry, host, name, engine, configDir, isolated, outcome };
            }),
        },
        text: [
            ...closed.map(({ record, outcome }) => `Logged out of ${record.registry}: ${LOGOUT_OUTCOMES[outcome]}`),
            ...kept.map(({ registry, owner }) => `Left ${registry}: it belongs to process ${owner?.pid}; name it to log out of it`),
            ...(closed.length + kept.length === 0 ? [nothing] : []),
        ],
    };
}
//# sourceMappingURL=logout.js.map
;// CONCATENATED MODULE: ./packages/core/lib/pull-secret.js
// What speaks to Kubernetes is loaded here and not before: a login needs none of it.
/**
 * Shows what would be done to the pull secret of this registry in each namespace, and with `apply` does it: other
 * registries' entries, other keys, labels and annotations stay, and there is no moment without the secret. The report
 * tells what became of each namespace; its `error` is why some were not done.
 * Throws, with nothing written: `DCR_INPUT_INVALID`, `DCR_CONFIG_INVALID` (kubeconfig), `DCR_CREDENTIAL_MISSING`,
 * `DCR_TARGET_REFUSED` (namespaces cannot be listed), and with `apply` what `verify` throws.
 */
async function pullSecret(request, ports) {
    const { runPullSecret } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(207), __webpack_require__.e(931)]).then(__webpack_require__.bind(__webpack_require__, 9931));
    return runPullSecret(request, ports);
}
/**
 * The secret's manifest as `kubectl create secret docker-registry --dry-run=client -o …` prints it, for other tools to
 * apply. It holds the secret. Throws `DCR_INPUT_INVALID`, `DCR_CREDENTIAL_MISSING` and `DCR_CREDENTIAL_EXPIRED`.
 */
async function printPullSecret(order, ports) {
    const { composeManifest } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(207), __webpack_require__.e(931)]).then(__webpack_require__.bind(__webpack_require__, 9931));
    return composeManifest(order, ports);
}
//# sourceMappingURL=pull-secret.js.map
;// CONCATENATED MODULE: ./packages/core/lib/render/pull-secret.js
function renderPullSecretJson({ error: _error, ...report }) {
    return { ...report, imagePullSecrets: [{ name: report.name }] };
}
const pull_secret_WORDS = {
    create: 'to be created',
    update: 'to be updated',
    replace: 'to be deleted and created anew',
    created: 'created',
    updated: 'updated',
    replaced: 'deleted and created anew',
    unchanged: 'in step',
    failed: 'not done',
    pending: 'not come to',
};
/** A thousand lines that say the same hide the one that does not. */
const LONGEST_LIST = 100;
function renderPullSecretText(report) {
    const { registry, name, context, server, applied, namespaces, notes } = report;
    const shown = namespaces.length <= LONGEST_LIST ? namespaces : namespaces.filter(isOdd);
    const isAllDone = namespaces.every(isInStep);
    const done = applied ? [] : [isAllDone ? 'Nothing is to be written.' : 'Nothing was written; --apply does it.'];
    return [
        `${registry}: secret ${name} in context ${context} (${server}): ${countStates(namespaces)}`,
        ...shown.flatMap(describeNamespace),
        ...notes.map((note) => `  note: ${note}`),
        ...done,
        'A pod pulls with it by its service account, or by:',
        '  imagePullSecrets:',
        `    - name: ${name}`,
    ];
}
function isInStep({ secret, serviceAccounts, error }) {
    return secret === 'unchanged' && error === undefined && serviceAccounts.every(({ state }) => state === 'present');
}
function isOdd({ error, notes, secret }) {
    return error !== undefined || notes.length > 0 || secret === 'pending';
}
function countStates(namespaces) {
    const counts = new Map();
    for (const { secret } of namespaces)
        counts.set(pull_secret_WORDS[secret], (counts.get(pull_secret_WORDS[secret]) ?? 0) + 1);
    return [...counts].map(([word, count]) => `${count} ${word}`).join(', ');
}
function describeNamespace({ namespace, secret, kept, serviceAccounts, notes, error, }) {
    const beside = kept.length === 0 ? '' : `, beside ${kept.join(', ')}`;
    const accounts = serviceAccounts.map(({ name, state }) => {
        return `; service account ${name}: ${state === 'add' ? 'to be added' : state === 'added' ? 'added' : 'in step'}`;
    });
    return [
        ...(error !== undefined && secret === 'failed'
            ? []
            : [`  ${namespace}: ${pull_secret_WORDS[secret]}${beside}${accounts.join('')}`]),
        ...(error === undefined ? [] : [`  ✖ ${namespace}: ${error.code}: ${error.message}`]),
        ...notes.map((note) => `      note: ${note}`),
    ];
}
//# sourceMappingURL=pull-secret.js.map
;// CONCATENATED MODULE: ./packages/cli/lib/commands/pull-secret.js




async function runPullSecret(invocation) {
    const { options, world } = invocation;
    refuseClash(options, world);
    const answers = await gatherFromOptions(invocation);
    const format = options.output;
    if (format !== undefined)
        return printManifest(format, answers, { options, world });
    const selector = options['namespace-selector'];
    const report = await pullSecret({
        ...describeSecret(answers, { options, world }),
        apply: options.apply ?? false,
        serviceAccounts: options['service-account'],
        replace: options.replace ?? false,
        force: options.force ?? false,
        verify: options.verify,
        allowRealms: options['allow-realm'],
        retries: options.retries,
        timeout: options.timeout,
        signal: world.signal,
        ...(selector === undefined ? {} : { namespaceSelector: selector }),
        ...(options.context === undefined ? {} : { context: options.context }),
    }, world.ports);
    return describeReport(report);
}
function describeSecret({ registry, username, password }, { options, world }) {
    return {
        registry,
        credential: { username, password },
        name: options.name,
        namespaces: options.namespace,
        mask: (forms) => maskForRunner(forms, world),
        ...(options.email === undefined ? {} : { email: options.email }),
    };
}
function describeReport(report) {
    const { error } = report;
    return {
        json: renderPullSecretJson(report),
        text: renderPullSecretText(report),
        ...(error === undefined ? {} : { failure: error }),
    };
}
async function printManifest(format, answers, given) {
    const output = await printPullSecret({ ...describeSecret(answers, given), format }, given.world.ports);
    return { json: {}, text: [], output };
}
/** Throws `DCR_INPUT_INVALID` for flags that contradict each other, and for a manifest that a log would keep. */
function refuseClash(options, { ports }) {
    const { variables } = ports.environment;
    const refuse = (message, remedy) => {
        throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', { message, ...(remedy === undefined ? {} : { remedy }) });
    };
    if (options.namespace.length > 0 && options['namespace-selector'] !== undefined)
        refuse('--namespace and --namespace-selector contradict each other');
    if (options.output === undefined)
        return;
    const others = ['apply', 'json', 'replace', 'force', 'namespace-selector', 'context'].filter((name) => options[name] !== undefined);
    const [other] = options['service-account'].length > 0 ? [...others, 'service-account'] : others;
    if (other !== undefined)
        refuse(`--output prints a manifest and asks no cluster, so --${other} cannot go with it`, 'Leave one of them out; kubectl patch would replace the pull secrets of a service account.');
    const ci = ['CI', 'GITHUB_ACTIONS', 'GITLAB_CI', 'JENKINS_URL', 'TF_BUILD'].find((name) => (variables[name] ?? '') !== '');
    if (ci === undefined || options['show-secret'] === true)
        return;
    refuse(`--output would print the secret in base64 where a log keeps it (${ci} is set), and no masking finds it there`, 'Use --apply; or pipe the manifest on with --show-secret where you know that no log gets it.');
}
//# sourceMappingURL=pull-secret.js.map
// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(8877);
;// CONCATENATED MODULE: ./packages/core/lib/node/heap.js

/**
 * Of 10,000 targets 43 MiB are alive at once, and V8 lets the process grow to 231 MiB on node 20 and 308 on node 24 before
 * it looks for what is not (the young generation alone to 128 MiB); with these it stays at 119 and 167, and is no slower.
 * The Action, on node 24: 285 and 149.
 * Neither setting needs another process or NODE_OPTIONS; both are read by V8 whenever it decides how far to grow, so that
 * they count for a heap that exists already.
 * https://nodejs.org/api/v8.html#v8setflagsfromstringflags
 */
function keepHeapSmall() {
    // The young generation stays as large as the command's own modules have made it: 4 to 8 MiB.
    external_node_v8_.setFlagsFromString('--semi-space-growth-factor=1');
    // The old one is collected once it has grown by a quarter since the last time; node 20 was seen to wait until 3.6 times.
    external_node_v8_.setFlagsFromString('--heap-growing-percent=25');
}
//# sourceMappingURL=heap.js.map
;// CONCATENATED MODULE: ./packages/core/lib/render/report.js
/** What `check` can have found, in words that promise no more than it. */
const CHECKS = { 'read-back': 'read back', metadata: 'by its time of writing', none: 'not checkable' };
const MARKS = { updated: '✔', unchanged: '✔', failed: '✖', pending: '…', skipped: '–' };
const HEADS = {
    complete: 'is complete',
    incomplete: 'is NOT complete',
    planned: 'is planned',
    aborted: 'was given up',
};
function renderReportJson({ rotation, state, targets, credentials, plan, }) {
    return {
        rotation,
        state,
        targets,
        credentials: credentials.map(({ error, targets: _targets, effects: _effects, ...rest }) => {
            return error === undefined ? rest : { ...rest, error: { code: error.code, message: error.message } };
        }),
        ...(plan === undefined ? {} : { plan }),
    };
}
function renderReportText({ credentials }) {
    return credentials.flatMap((credential) => {
        const { name, registry, rotation, state, targets, old, notes } = credential;
        return [
            `${name}: rotation ${rotation} of ${registry} ${HEADS[state]} (${countTargets(targets)})`,
            ...targets.filter(isWorthALine(targets)).map((target) => `  ${MARKS[target.state]} ${describeTarget(target)}`),
            ...(old === null ? [] : [`  the old credential ${describeOld(old, credential)}`]),
            ...notes.map((note) => `  note: ${note}`),
        ];
    });
}
function renderReportMarkdown({ credentials }) {
    const parts = credentials.flatMap((credential) => {
        const { name, registry, rotation, state, targets, old, notes, error } = credential;
        const rows = targets
            .filter(isWorthALine(targets))
            .map(({ id, state: one, check, error: fault }) => [
            `${MARKS[one]} ${one}`,
            `\`${id}\``,
            one === 'updated' || one === 'unchanged' ? CHECKS[check] : '',
            fault === undefined ? '' : `${fault.code}: ${fault.message}`,
        ]);
        return [
            `## ${name}: rotation ${HEADS[state]}`,
            '',
            `\`${registry}\`, \`${rotation}\`, ${countTargets(targets)}`,
            '',
            ...(rows.length === 0
                ? []
                : ['| State | Target | Checked | Why |', '| --- | --- | --- | --- |', ...rows.map(renderRow), '']),
            ...(old === null ? [] : [`The old credential ${describeOld(old, credential)}.`, '']),
            ...notes.flatMap((note) => [`> ${note}`, '']),
            ...(error === undefined ? [] : [`**${error.code}**: ${escapeCell(error.message)}`, '', `→ ${error.remedy}`, '']),
        ];
    });
    return `${parts.join('\n')}\n`;
}
/** A thousand green lines hide the red one; GitHub cuts a summary at 1 MiB. */
const report_LONGEST_LIST = 500;
function isWorthALine(targets) {
    return ({ state }) => targets.length <= report_LONGEST_LIST || state === 'failed' || state === 'pending';
}
function describeTarget({ id, state, check, error }) {
    if (error !== undefined)
        return `${id}: ${state}: ${error.code}: ${error.message}\n      → ${error.remedy}`;
    return state === 'updated' || state === 'unchanged' ? `${id}: ${state}, ${CHECKS[check]}` : `${id}: ${state}`;
}
function countTargets(targets) {
    const counts = new Map();
    for (const { state } of targets)
        counts.set(state, (counts.get(state) ?? 0) + 1);
    return [...counts].map(([state, count]) => `${count} ${state}`).join(', ');
}
function describeOld({ opens, says, retired }, { state }) {
    const ended = retired.length === 0 ? '' : ` (ended by the issuer: ${retired.join(', ')})`;
    if (opens === 'no')
        return `is dead${ended}`;
    if (opens === 'unknown')
        return `could not be tried: ${says}${ended}`;
    const remedy = state === 'complete' ? '; end it where it was made' : '';
    return `STILL opens the registry${ended}${remedy}`;
}
function renderRow(cells) {
    return `| ${cells.map(escapeCell).join(' | ')} |`;
}
/** Text from elsewhere stays in its cell. */
function escapeCell(text) {
    return text.replaceAll('|', '\\|').replaceAll('\n', ' ').replaceAll('<', '&lt;');
}
//# sourceMappingURL=report.js.map
// EXTERNAL MODULE: ./packages/core/lib/rotation/law.js
var law = __webpack_require__(3132);
;// CONCATENATED MODULE: ./packages/core/lib/render/time.js
const UNITS = [
    ['d', 86_400],
    ['h', 3600],
    ['min', 60],
    ['s', 1],
];
/** `4 s`, `18 min`, `2 h 5 min`, `90 d`: milliseconds as a person says them, two units at most. */
function describeTime(ms) {
    let left = Math.max(0, Math.round(ms / 1000));
    const at = UNITS.findIndex(([, size]) => left >= size);
    if (at < 0)
        return '0 s';
    const parts = UNITS.slice(at, at + 2).flatMap(([unit, size]) => {
        const count = Math.floor(left / size);
        left -= count * size;
        return count === 0 ? [] : [`${count} ${unit}`];
    });
    return parts.join(' ');
}
//# sourceMappingURL=time.js.map
;// CONCATENATED MODULE: ./packages/core/lib/render/plan.js


/** A plan for people, one line a target; a step that is taken for each target is told once. */
function renderPlan({ credentials }) {
    return credentials.flatMap(renderCredential);
}
function renderCredential(plan) {
    const { name, registry, issuer, shard, resumes, targets, effects, grace } = plan;
    const part = shard === null ? '' : `, shard ${shard.index} of ${shard.count}`;
    const from = issuer.given ? 'given (DCR_NEW_PASSWORD)' : `issuer ${issuer.type}`;
    const again = resumes === null ? '' : `, continues ${resumes}`;
    const steps = [...new Set(effects.map(({ step }) => step))];
    return [
        `${name}: ${registry}, new credential ${from}${part}${again}`,
        ...renderTargets(targets),
        ...steps.map((step, index) => `  ${index + 1}. ${(0,law/* findStep */.MR)(step).says}${describeCount(plan, step, grace)}`),
        ...renderEstimate(plan),
        ...(issuer.retires || shard !== null
            ? []
            : ['  the issuer cannot end the old credential: end it where it was made']),
    ];
}
/** More lines than this nobody reads; what refuses is always told. */
const plan_LONGEST_LIST = 100;
function renderTargets(targets) {
    if (targets.length <= plan_LONGEST_LIST)
        return targets.map(renderTarget);
    const refused = targets.filter((target) => target.refused !== undefined);
    return [`  • ${targets.length} targets, all of them with --dry-run --json`, ...refused.map(renderTarget)];
}
function renderTarget({ id, state, exists, unknown, refused }) {
    if (refused !== undefined)
        return `  ✖ ${id}: ${refused.code}: ${refused.message}`;
    const now = state === 'pending' ? (exists ? 'to be updated' : 'to be created') : state;
    return `  • ${id}: ${now}${unknown.length === 0 ? '' : ` (not known before: ${unknown.join('; ')})`}`;
}
function describeCount({ effects }, step, grace) {
    if (step === 'wait')
        return ` (${describeTime(grace)})`;
    const count = effects.filter((effect) => effect.step === step && effect.target !== undefined).length;
    return count === 0 ? '' : ` (${count} ${count === 1 ? 'target' : 'targets'})`;
}
function renderEstimate({ estimate }) {
    if (estimate.length === 0)
        return ['  nothing is left to write'];
    const slowest = Math.max(...estimate.map(({ seconds }) => seconds));
    const lanes = estimate.map(({ api, targets, seconds }) => `${api} ${targets} in ${describeTime(seconds * 1000)}`);
    return [`  writing takes about ${describeTime(slowest * 1000)}: ${lanes.join(', ')}`];
}
//# sourceMappingURL=plan.js.map
// EXTERNAL MODULE: ./packages/core/lib/rotation/plan.js
var plan = __webpack_require__(8193);
;// CONCATENATED MODULE: ./packages/cli/lib/rotation/progress.js



// listr2 10 was weighed: it draws one line a task and keeps them all, which is no picture of 10,000 targets, and it would
// be 40 packages for one line that is written over.
/** In a log: every target of a small rotation, of a large one about this many lines. */
const STEADY_LINES = 50;
/** A terminal cannot be read faster. Milliseconds. */
const REDRAW = 100;
const WIDTH = 24;
/** Live on a terminal, steady lines in a log; a target that fails is always a line of its own. */
function createProgress({ say, terminal, ports: { clock } }) {
    let drawn = 0;
    const clear = () => {
        if (terminal && drawn > 0)
            external_node_process_.stderr.write('\r\u001b[2K');
        drawn = 0;
    };
    const line = (text) => {
        clear();
        say(text);
    };
    return {
        clear,
        show: (event) => {
            if (event.kind === 'plan')
                return renderPlan(event.plan).forEach(line);
            if (event.kind === 'step')
                return line(`  ${event.credential}: ${event.says}`);
            const { target, done, all } = event;
            if (target.error !== undefined)
                line(`  ${paint(31, '✖')} ${target.id}: ${target.error.code}: ${target.error.message}`);
            const now = clock.now();
            if (terminal) {
                if (done < all && now - drawn < REDRAW)
                    return undefined;
                external_node_process_.stderr.write(`\r\u001b[2K  ${drawBar(done / all)} ${describeRate(event, now)}, ${target.id}`.slice(0, 160));
                drawn = now;
                return done === all ? line(`  ${drawBar(1)} ${describeRate(event, now)}`) : undefined;
            }
            const every = Math.max(1, Math.floor(all / STEADY_LINES));
            if (target.error === undefined && (done % every === 0 || done === all))
                say(`  ${target.id}: ${target.state} (${describeRate(event, now)})`);
            return undefined;
        },
    };
}
function drawBar(part) {
    const full = Math.round(part * WIDTH);
    return `[${'='.repeat(full)}${' '.repeat(WIDTH - full)}]`;
}
function describeRate({ done, all, startedAt }, now) {
    const seconds = (now - startedAt) / 1000;
    const rate = seconds > 0 ? done / seconds : 0;
    const left = rate > 0 && done < all ? `, ${describeTime(((all - done) / rate) * 1000)} left` : '';
    return `${done}/${all}${rate > 0 ? `, ${rate.toFixed(rate < 10 ? 1 : 0)}/s` : ''}${left}`;
}
//# sourceMappingURL=progress.js.map
;// CONCATENATED MODULE: ./packages/cli/lib/rotation/questions.js


/** Asks whether to do what was shown. */
async function confirmPlan(world) {
    return /^y(?:es)?$/iu.test((await askLine('Do this? [y/N] ', world)).trim());
}
/** A person makes the new credential in the console, and types or pastes it here. */
async function askCredential({ credential, registry, username }, world) {
    world.say(`${credential}: make the new credential of ${registry} now:`);
    world.say('  Console → Container → DCR Container Registry → the registry → Credentials → Rotate Credentials');
    const standard = username === undefined ? '' : ` [${username}]`;
    const name = (await askLine(`New username${standard}: `, world)).trim();
    const password = (0,credential_credential/* tidyPassword */.qe)(await askHidden('New password: ', world));
    return { username: name === '' ? (username ?? '') : name, password: new secret/* Secret */.z(password) };
}
//# sourceMappingURL=questions.js.map
;// CONCATENATED MODULE: ./packages/cli/lib/commands/rotate.js







async function runRotate({ words, options, world }) {
    const request = readRequest(words, options, world);
    keepHeapSmall();
    if (options['dry-run'] === true)
        return describePlan(await planRotation(request, world.ports));
    const progress = createProgress(world);
    const asks = world.terminal ? { ask: (question) => askCredential(question, world) } : {};
    const confirms = world.terminal && options.yes !== true && request.mode !== 'abort' ? { confirm: () => confirmPlan(world) } : {};
    try {
        const report = await rotate({ ...request, ...asks, ...confirms, onEvent: progress.show }, world.ports);
        const { error } = report;
        return {
            json: renderReportJson(report),
            text: renderReportText(report),
            ...(error === undefined ? {} : { failure: error }),
        };
    }
    finally {
        progress.clear();
    }
}
function describePlan(plan) {
    const targets = plan.credentials.flatMap((credential) => credential.targets.map(({ id, type, state }) => ({ id, type, state, check: 'none' })));
    return {
        json: { rotation: null, state: 'planned', targets, plan },
        text: [...renderPlan(plan), 'Nothing was issued or written.'],
    };
}
/** Throws `DCR_INPUT_INVALID` for words that contradict each other. */
function readRequest(words, options, world) {
    const { file, shard, 'from-plan': planFile, 'audit-log': auditLog, 'state-dir': stateDir } = options;
    const modes = ['resume', 'supersede', 'abort'].filter((name) => options[name] === true);
    const [mode = 'run'] = modes;
    const clash = modes.length > 1
        ? modes.map((name) => `--${name}`)
        : mode === 'abort' && (options['dry-run'] === true || planFile !== undefined)
            ? ['--abort', options['dry-run'] === true ? '--dry-run' : '--from-plan']
            : options['dry-run'] === true && planFile !== undefined
                ? ['--dry-run', '--from-plan']
                : [];
    if (clash.length > 0)
        throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', { message: `${clash.join(' and ')} contradict each other` });
    return {
        file,
        names: words,
        mode,
        allowRealms: options['allow-realm'],
        signal: world.signal,
        mask: (forms) => maskForRunner(forms, world),
        ...(planFile === undefined ? {} : { plan: readPlan(planFile) }),
        ...(shard === undefined ? {} : { shard }),
        ...(auditLog === undefined ? {} : { auditLog }),
        ...(stateDir === undefined ? {} : { stateDir }),
    };
}
function readPlan(file) {
    let text;
    try {
        text = external_node_fs_.readFileSync(file, 'utf8');
    }
    catch (error) {
        const { code = 'unknown error' } = error;
        const message = `--from-plan ${file} cannot be read (${code})`;
        throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', { message, cause: error });
    }
    return (0,plan/* parsePlan */.vS)(text, file);
}
//# sourceMappingURL=rotate.js.map
;// CONCATENATED MODULE: ./packages/core/lib/render/status.js

const STEPS = {
    'in-step': '✔ in step',
    drifted: '✖ drifted',
    missing: '✖ missing',
    unread: '? cannot be read',
    unknown: '✖ not looked at',
};
function renderStatusJson({ credentials }) {
    return { credentials };
}
function renderStatusText({ credentials }) {
    return credentials.flatMap(({ name, registry, unfinished, notes, targets }) => [
        `${name}: ${registry}${unfinished === undefined ? '' : `, rotation ${unfinished} is not complete (dcr-login rotate --resume)`}`,
        ...targets.map((target) => `  ${STEPS[target.step]}  ${target.id}${describeAge(target)}`),
        ...notes.map((note) => `  note: ${note}`),
    ]);
}
function describeAge({ age, since, tooOld, error }) {
    if (error !== undefined)
        return `: ${error.code}: ${error.message}`;
    if (age === undefined)
        return ', age not known';
    return `, ${describeTime(age)} old (${since})${tooOld ? ', TOO OLD' : ''}`;
}
//# sourceMappingURL=status.js.map
;// CONCATENATED MODULE: ./packages/cli/lib/commands/status.js


async function runStatus(invocation) {
    const { words, options, world } = invocation;
    const stateDir = options['state-dir'] === undefined ? {} : { stateDir: options['state-dir'] };
    // A name or an age means places of a file, and only a file tells which.
    const file = options.file ?? (words.length > 0 || options['max-age'] !== undefined ? 'dcr-rotate.yml' : undefined);
    if (file === undefined)
        return listLogins(stateDir, invocation);
    const maxAge = options['max-age'] === undefined ? {} : { maxAge: options['max-age'] };
    const request = { file, names: words, signal: world.signal, ...maxAge, ...stateDir };
    const report = await inspectTargets(request, world.ports);
    return {
        json: renderStatusJson(report),
        text: renderStatusText(report),
        ...(report.error === undefined ? {} : { failure: report.error }),
    };
}
async function listLogins(request, { world }) {
    const sessions = (await (0,login_status/* listSessions */.G)(request, world.ports)).map((record) => {
        const { registry, host, name, username, engine, configDir, isolated, state, since, expiresAt } = record;
        const end = expiresAt === null ? {} : { expiresAt: (0,credential_credential/* formatTime */.fU)(expiresAt) };
        return { registry, host, name, username, engine, configDir, isolated, state, since: (0,credential_credential/* formatTime */.fU)(since), ...end };
    });
    return {
        json: { sessions },
        text: sessions.length === 0
            ? ['No login lives here']
            : sessions.map(({ registry, username, engine, configDir, since, state, expiresAt }) => {
                const end = expiresAt === undefined ? '' : `, until ${expiresAt}`;
                const broken = state === 'open' ? '' : ' (never completed; dcr-login logout removes it)';
                return `${registry} as ${username}: ${engine}, in ${configDir}, since ${since}${end}${broken}`;
            }),
    };
}
//# sourceMappingURL=status.js.map
;// CONCATENATED MODULE: ./packages/cli/lib/commands/verify.js



async function runVerify(invocation) {
    const { options, world } = invocation;
    const { registry, username, password } = await gatherFromOptions(invocation);
    const verification = await (0,verify/* verify */.M)({
        registry,
        credential: { username, password },
        action: options.action,
        allowCreate: options['allow-create'] ?? false,
        allowRealms: options['allow-realm'],
        retries: options.retries,
        timeout: options.timeout,
        signal: world.signal,
        mask: (forms) => maskForRunner(forms, world),
        ...(options.repository === undefined ? {} : { repository: options.repository }),
    }, world.ports);
    const { host, name, scheme, proven, expiresAt } = verification;
    const end = expiresAt === undefined ? {} : { expiresAt: (0,credential_credential/* formatTime */.fU)(expiresAt) };
    return {
        json: { registry: verification.registry, host, name, scheme, proven, ...end },
        text: describeVerification(verification),
    };
}
function describeVerification(found) {
    const { registry, username, proven, repository, publicPull, nameKnown, expiresAt, scheme, notes } = found;
    const where = repository === undefined ? '' : ` (asked in ${repository})`;
    return [
        `${registry}: the credential of ${username} is right (${scheme})`,
        nameKnown === true ? '  registry name: right' : '  registry name: the registry does not tell',
        ...(proven.pull === true ? [`  pull: allowed${publicPull ? ', to anybody' : ''}${where}`] : []),
        ...(proven.push === true ? [`  push: allowed${where}`] : []),
        ...(expiresAt === undefined ? [] : [`  the credential ends at ${(0,credential_credential/* formatTime */.fU)(expiresAt)}`]),
        ...notes.map((note) => `  note: ${note}`),
    ];
}
//# sourceMappingURL=verify.js.map
;// CONCATENATED MODULE: ./packages/cli/lib/program.js














/**
 * The command line as commander sees it, made of the contract. `rest` is what stood after two dashes, of a command that
 * runs another one. Help is not commander's business: see `index.ts`.
 */
function buildProgram(world, rest, finish) {
    const program = new CommandLine('dcr-login').version(VERSION, '--version').helpOption(false).helpCommand(false);
    program.option('--json').option('--debug');
    const add = (contract, run) => {
        const command = addCommand(program, contract);
        command.action(async () => {
            const options = readOptions(contract, collectWritten(contract, command, world));
            finish(contract.name, await run({ words: command.args, rest, options, world }));
        });
    };
    add(LOGIN, runLogin);
    add(LOGOUT, runLogout);
    add(EXEC, runExec);
    add(VERIFY, runVerify);
    add(DOCTOR, runDoctor);
    add(PULL_SECRET, runPullSecret);
    add(ROTATE, runRotate);
    add(STATUS, runStatus);
    add(SANDBOX, runSandbox);
    add(DEMO, runDemo);
    add(COMPLETION, runCompletion);
    for (const command of [program, ...program.commands]) {
        command.exitOverride().configureOutput({ writeErr: () => undefined, outputError: () => undefined });
    }
    return program;
}
class CommandLine extends esm/* Command */.uB {
    createCommand(name) {
        return new CommandLine(name);
    }
    /** Commander's own, without the value: it may be a password, and no flag is similar to both together. */
    unknownOption(flag) {
        const original = esm/* Command */.uB.prototype;
        original.unknownOption.call(this, flag.replace(/^(--[^=]*=|-[^-]).+$/su, '$1…'));
    }
}
function addCommand(program, contract) {
    const command = program.command(contract.name).helpOption(false).helpCommand(false);
    for (const { name, required, repeated } of contract.arguments) {
        if (name === 'CMD')
            continue;
        const word = repeated === true ? `${name}...` : name;
        command.argument(required ? `<${word}>` : `[${word}]`);
    }
    for (const [name, option] of Object.entries(contract.options)) {
        for (const flag of toFlags(name, option))
            command.addOption(flag);
    }
    return command;
}
function toFlags(name, option) {
    const short = option.short === undefined ? '' : `-${option.short}, `;
    if (option.type === 'secret')
        return [];
    if (option.type === 'flag') {
        const flag = new esm/* Option */.c$(`${short}--${name}`);
        return option.negatable === true ? [flag, new esm/* Option */.c$(`--no-${name}`)] : [flag];
    }
    const valued = new esm/* Option */.c$(`${short}--${name} <value>`);
    if (option.type === 'list') {
        valued.argParser((value, before) => {
            if (value === '')
                throw new esm/* InvalidArgumentError */.Di(`--${name} needs a value`);
            return [...(before ?? []), value];
        });
    }
    return [valued];
}
/** Flags win over variables. An empty flag is given as one without a value, which `readOptions` tells with the rest. */
function collectWritten(contract, command, { ports }) {
    const flags = command.optsWithGlobals();
    const written = {};
    for (const [name, option] of Object.entries(contract.options)) {
        const camel = name.replace(/-(.)/gu, (_, letter) => letter.toUpperCase());
        const value = flags[camel] ?? (option.variable === undefined ? undefined : ports.environment.variables[option.variable]);
        if (value !== undefined)
            written[name] = flags[camel] === '' ? true : value;
    }
    return written;
}
//# sourceMappingURL=program.js.map
;// CONCATENATED MODULE: ./packages/cli/lib/signals.js

const EXITS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };
/**
 * The first signal asks the command to stop and to take back what it has done; a second one ends the process at once.
 */
function catchSignals() {
    // Without a listener node would open its debugger, through which another user could read what we hold.
    external_node_process_.on('SIGUSR1', () => undefined);
    const controller = new AbortController();
    let caught;
    const listeners = Object.keys(EXITS).map((name) => {
        const listener = () => {
            if (caught !== undefined)
                external_node_process_.exit(EXITS[name]);
            caught = { name, exit: EXITS[name] };
            controller.abort();
        };
        external_node_process_.on(name, listener);
        return [name, listener];
    });
    return {
        signal: controller.signal,
        interruption: () => caught,
        release: () => {
            for (const [name, listener] of listeners)
                external_node_process_.off(name, listener);
        },
    };
}
//# sourceMappingURL=signals.js.map
;// CONCATENATED MODULE: ./packages/cli/lib/main.js








/** `exec` ends with the status of its command; a failure of its own must not look like one: docker run has the same. */
const EXEC_FAILED = 125;
/** Runs one command line and returns its exit status. */
async function main(words) {
    const dashes = words.includes('--') ? words.indexOf('--') : words.length;
    const own = words.slice(0, dashes);
    const { signal, interruption, release } = catchSignals();
    const say = (line) => void external_node_process_.stderr.write(`${line}\n`);
    const terminal = external_node_process_.stdin.isTTY === true && external_node_process_.stderr.isTTY === true;
    const world = {
        ports: createNodePorts(),
        stdin: external_node_process_.stdin,
        say,
        signal,
        releaseSignals: release,
        terminal,
    };
    // Not any first word: that may be the value of a refused --password.
    let command = own.find((word) => COMMANDS.some(({ name }) => name === word)) ?? '';
    const json = own.includes('--json') && command !== EXEC.name;
    try {
        if (command === EXEC.name && own.includes('--json'))
            throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', {
                message: 'exec has no --json: what it prints is what its command prints',
            });
        refusePasswordFlag(own);
        const ended = {};
        // Of some commands what follows the dashes is a command of its own.
        const runs = COMMANDS.find(({ name }) => name === command)?.arguments.some(({ name }) => name === 'CMD') === true;
        const rest = runs ? words.slice(dashes + 1) : [];
        const program = buildProgram(world, rest, (name, outcome) => {
            command = name;
            ended.outcome = outcome;
        });
        await program.parseAsync(runs ? own : words, { from: 'user' });
        const { outcome } = ended;
        if (outcome === undefined)
            return 0;
        for (const line of outcome.text)
            say(flatten(line));
        const { failure } = outcome;
        if (failure !== undefined) {
            for (const line of renderError(failure))
                say(line);
            if (json)
                external_node_process_.stdout.write(`${renderFailure(command, failure, outcome.exit === undefined ? outcome.json : {})}\n`);
            return interruption()?.exit ?? outcome.exit ?? failure.exitCode;
        }
        if (json)
            external_node_process_.stdout.write(`${renderSuccess(command, outcome)}\n`);
        else if (outcome.output !== undefined)
            external_node_process_.stdout.write(outcome.output);
        await outcome.stay?.();
        return outcome.exit ?? 0;
    }
    catch (thrown) {
        if (thrown instanceof esm/* CommanderError */.b7 && thrown.exitCode === 0)
            return 0;
        const stopped = interruption();
        const known = thrown instanceof esm/* CommanderError */.b7 ? explainUsage(thrown) : (0,errors/* toDcrError */.zj)(thrown);
        // A rotation says itself what an interruption left and how it goes on.
        const error = stopped === undefined || known.code === 'DCR_ROTATION_INCOMPLETE'
            ? known
            : explainInterruption(command, stopped, known);
        if (stopped !== undefined && error !== known)
            say(`dcr-login: ${stopped.name}: ${error.message}`);
        else
            for (const line of renderError(error))
                say(line);
        if (own.includes('--debug'))
            say(describeStack(thrown));
        if (json)
            external_node_process_.stdout.write(`${renderFailure(command, error)}\n`);
        return stopped?.exit ?? (command === EXEC.name ? EXEC_FAILED : error.exitCode);
    }
}
/** The value is never read, let alone repeated. */
function refusePasswordFlag(words) {
    if (!words.some((word) => /^(?:--password(?:=|$)|-p)/u.test(word)))
        return;
    throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', {
        message: 'a password on the command line is refused: every process of this machine can read it, and logs keep it',
        remedy: 'Set DCR_PASSWORD, or use --password-stdin or --password-file FILE. Treat the password you just typed as known to others.',
    });
}
function explainUsage(error) {
    const told = error.message.replace(/^error: /u, '').replace(/\n/gu, ' ');
    const message = error.code === 'commander.help' ? 'no command is named' : told;
    return new errors/* DcrError */.ol('DCR_INPUT_INVALID', { message, remedy: 'See dcr-login --help.' });
}
/** No code means "interrupted": the exit status tells it. What was being asked then could not be. */
function explainInterruption(command, { name }, cause) {
    const left = command === LOGOUT.name || cause.leftover;
    return new errors/* DcrError */.ol('DCR_UNREACHABLE', {
        message: `${command} was interrupted by ${name}; ${left ? 'what it had not undone yet is still there' : 'nothing of it was left'}`,
        remedy: left ? 'See it by dcr-login status, remove it by dcr-login logout.' : 'Run it again.',
        cause,
    });
}
function describeStack(thrown) {
    const parts = [];
    for (let error = thrown; error instanceof Error; error = error.cause)
        parts.push(error.stack ?? error.message);
    return parts.join('\ncaused by: ');
}
//# sourceMappingURL=main.js.map

/***/ }),

/***/ 4678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration)
/* harmony export */ });
const UNITS = { '': 1000, ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
/** Milliseconds of `60s`, `15m`, `90d`; a bare number is seconds. Undefined for anything else. */
function parseDuration(text) {
    const match = /^(\d{1,9})(ms|s|m|h|d|)$/u.exec(text.trim());
    const unit = UNITS[match?.[2] ?? 'none'];
    return match === null || unit === undefined ? undefined : Number(match[1]) * unit;
}
//# sourceMappingURL=duration.js.map

/***/ }),

/***/ 4910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CT: () => (/* binding */ checkCredential),
/* harmony export */   fU: () => (/* binding */ formatTime),
/* harmony export */   qe: () => (/* binding */ tidyPassword)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7706);
/* harmony import */ var _expiry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4564);
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9095);



// A line break or NUL cannot travel in a Basic header or over `--password-stdin`, and would split a log line.
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f]/u;
/**
 * Checks what no registry could ever accept, before anything is sent.
 * Throws `DCR_CREDENTIAL_MISSING` for an empty part, `DCR_INPUT_INVALID` for one that cannot be sent
 * (Basic splits at the first colon: https://www.rfc-editor.org/rfc/rfc7617#section-2) and `DCR_CREDENTIAL_EXPIRED`
 * when its known end has passed at `now`.
 */
function checkCredential(input, context) {
    const { registry } = context;
    const password = input.password instanceof _secret_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .z ? input.password : new _secret_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .z(input.password);
    const value = password.reveal();
    const missing = [input.username === '' && 'username', value === '' && 'password'].filter(Boolean).join(' and ');
    if (missing !== '') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DcrError */ .ol('DCR_CREDENTIAL_MISSING', { registry, message: `no ${missing} for ${registry}` });
    }
    if (input.username.includes(':')) {
        const message = `the username for ${registry} contains a colon, which HTTP Basic cannot carry`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DcrError */ .ol('DCR_INPUT_INVALID', { registry, message });
    }
    for (const [what, text] of [
        ['username', input.username],
        ['password', value],
    ]) {
        if (CONTROL.test(text)) {
            const message = `the ${what} for ${registry} contains a line break or another control character`;
            const remedy = 'Store the value on one line, without a byte-order mark or trailing line breaks.';
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DcrError */ .ol('DCR_INPUT_INVALID', { registry, message, remedy });
        }
    }
    const expiresAt = input.expiresAt ?? (0,_expiry_js__WEBPACK_IMPORTED_MODULE_2__/* .readExpiry */ .A)(value);
    if (expiresAt !== undefined && expiresAt <= context.now) {
        const message = `the credential for ${registry} expired at ${formatTime(expiresAt)}; it was not sent`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DcrError */ .ol('DCR_CREDENTIAL_EXPIRED', { registry, message });
    }
    return { username: input.username, password, expiresAt };
}
/** RFC 3339 in UTC without milliseconds. */
function formatTime(epoch) {
    // Formatting a given instant reads no clock.
    // oxlint-disable-next-line no-restricted-globals
    return new Date(epoch).toISOString().replace(/\.\d{3}Z$/u, 'Z');
}
/** Drops what `echo`, an editor or PowerShell adds around a value: one line end, a byte-order mark. */
function tidyPassword(text) {
    return text.replace(/^\uFEFF/u, '').replace(/\r?\n$/u, '');
}
//# sourceMappingURL=credential.js.map

/***/ }),

/***/ 4564:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ readExpiry)
/* harmony export */ });
/** Of the times that a date can tell: https://tc39.es/ecma262/#sec-time-values-and-time-range */
const LAST_SECOND = 8.64e12;
/**
 * The end of a password that is a JSON Web Token, in milliseconds since the epoch: its `exp` claim
 * (https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4). Undefined for every other password.
 */
function readExpiry(password) {
    const parts = password.split('.');
    if (parts.length !== 3 || !password.startsWith('eyJ'))
        return undefined;
    try {
        const claims = JSON.parse(Buffer.from(parts[1] ?? '', 'base64url').toString('utf8'));
        const exp = claims?.exp;
        return typeof exp === 'number' && Math.abs(exp) <= LAST_SECOND ? exp * 1000 : undefined;
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=expiry.js.map

/***/ }),

/***/ 4783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ makeFingerprint),
/* harmony export */   G: () => (/* binding */ matchesFingerprint)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/** `salt` is random text, new for each thing that is fingerprinted. */
function makeFingerprint(value, salt) {
    return `${salt}:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(`${salt}\n${value}`).digest('base64url')}`;
}
function matchesFingerprint(value, fingerprint) {
    const salt = fingerprint.slice(0, fingerprint.indexOf(':'));
    return makeFingerprint(value, salt) === fingerprint;
}
//# sourceMappingURL=fingerprint.js.map

/***/ }),

/***/ 5875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HL: () => (/* binding */ composeMaskCommands),
/* harmony export */   Rd: () => (/* binding */ redactText),
/* harmony export */   SE: () => (/* binding */ SHORTEST_MASK),
/* harmony export */   UO: () => (/* binding */ deriveMaskedForms),
/* harmony export */   _z: () => (/* binding */ quoteForeignText),
/* harmony export */   rk: () => (/* binding */ encodeBase64Forms)
/* harmony export */ });
/** A shorter form would blank innocent text all over a log: GitHub masks every occurrence of whatever it is given. */
const SHORTEST_MASK = 4;
/**
 * Every form in which a log could show the password: as it is, each of its words between line breaks, base64 (standard
 * and URL alphabet, at each of the three alignments inside a longer text, and joined to the username), hex, percent
 * encoding, and the quoting of JSON, XML, shells and workflow commands. Longest first, so that a replacement never
 * leaves the rest of a longer form behind. Never the username alone: outputs must stay usable.
 */
function deriveMaskedForms(credential) {
    const password = credential.password.reveal();
    if (password === '')
        return [];
    const json = JSON.stringify(password).slice(1, -1);
    const xml = escapeXml(password);
    const forms = new Set([
        password,
        password.trim(),
        ...encodeBase64Forms(password),
        ...encodeBase64Forms(`${credential.username}:${password}`),
        Buffer.from(password, 'utf16le').toString('base64'),
        Buffer.from(password).toString('hex'),
        Buffer.from(password).toString('hex').toUpperCase(),
        ...encodePercentForms(password),
        json,
        escapeNonAscii(json),
        // Docker is written in Go, whose JSON is fit for HTML: https://pkg.go.dev/encoding/json#HTMLEscape
        json.replace(/[<>&\u2028\u2029]/gu, escapeUnit),
        xml,
        xml.replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
        xml.replaceAll('"', '&quot;').replaceAll("'", '&apos;'),
        xml.replaceAll('"', '&#34;').replaceAll("'", '&#39;'),
        password.replaceAll("'", `'\\''`),
        password.replaceAll("'", `'"'"'`),
        password.replaceAll("'", "''"),
        password.replaceAll('$', '$$$$'),
        password.replace(/[^A-Za-z0-9_\-.,:/@\n]/gu, '\\$&'),
        password.replace(/[^\w@%+=:,./-]/gu, '\\$&'),
        password.replace(/["\\$`]/gu, '\\$&'),
        password.replaceAll('%', '%25'),
    ]);
    return [...forms].filter((form) => form.length >= SHORTEST_MASK).toSorted((a, b) => b.length - a.length);
}
/**
 * The commands by which a GitHub runner masks these forms, a line each: what would end a line is escaped.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions#masking-a-value-in-a-log
 */
function composeMaskCommands(forms) {
    return forms.map((form) => {
        return `::add-mask::${form.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}`;
    });
}
/** Replaces every masked form by `***`. */
function redactText(text, forms) {
    return forms.reduce((clean, form) => clean.replaceAll(form, '***'), text);
}
/**
 * Text from a server or a child process as data, fit for a log line: secrets replaced, control characters (line breaks
 * too) as spaces, `::`, `##[` and `##vso[` broken so that no CI system reads a command in it, at most 300 characters.
 * Rule: workflow commands are recognised at the start of a line on both streams
 * (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
 */
function quoteForeignText(text, forms) {
    const tidy = redactText(text, forms)
        // Also the invisible characters that turn text around or hide it: bidirectional controls, zero widths, BOM.
        .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
        .replace(/:(?=:)/gu, ': ')
        .replace(/##(?=[a-z]*\[)/giu, '## ');
    // Once more: a line break in the middle of a password may have become the blank that belongs there.
    const flat = redactText(tidy, forms).trim();
    if (isWrapped(flat, forms))
        return '***';
    return flat.length > 300 ? `${[...flat].slice(0, 299).join('')}…` : flat;
}
/** Encoders break long lines: with a form that blanks take apart, nothing of the text can be shown. */
function isWrapped(text, forms) {
    const joined = text.replaceAll(' ', '');
    // Shorter forms come about by chance when words are joined.
    return forms.some((form) => form.length >= 12 && !text.includes(form) && joined.includes(form));
}
/** In base64, standard and for URLs, alone and at each of the three places inside a longer text. */
function encodeBase64Forms(value) {
    const forms = [];
    for (const shift of [0, 1, 2]) {
        const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(value)]);
        const encoded = bytes.toString('base64');
        // The first characters mix with what stood before, the last group with what follows: both are cut.
        const start = shift === 0 ? 0 : shift + 1;
        const end = bytes.length % 3 === 0 ? encoded.length : Math.floor((bytes.length * 8) / 6);
        const inner = encoded.slice(start, end);
        forms.push(inner, inner.replaceAll('+', '-').replaceAll('/', '_'));
    }
    const whole = Buffer.from(value).toString('base64');
    return [...forms, whole, whole.replaceAll('+', '-').replaceAll('/', '_')];
}
function encodePercentForms(value) {
    // A lone surrogate cannot be encoded; as bytes it is the replacement character already.
    const wellFormed = Buffer.from(value).toString('utf8');
    const component = encodeURIComponent(wellFormed);
    const strict = component.replace(/[!'()*]/gu, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
    const everyByte = [...Buffer.from(value)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
    const lower = component.replace(/%[0-9A-F]{2}/gu, (c) => c.toLowerCase());
    const form = new URLSearchParams({ v: wellFormed }).toString().slice(2);
    const forms = [component, lower, strict, form, component.replaceAll('%20', '+'), strict.replaceAll('%20', '+')];
    return [...forms, encodeURI(wellFormed), everyByte, everyByte.toUpperCase()];
}
function escapeXml(value) {
    return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
function escapeNonAscii(value) {
    // By code unit, not by character: JSON writes an astral character as two escapes.
    return value.replace(/[\u0080-\uffff]/g, escapeUnit);
}
function escapeUnit(unit) {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
//# sourceMappingURL=masking.js.map

/***/ }),

/***/ 9095:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ Secret)
/* harmony export */ });
const INSPECT = Symbol.for('nodejs.util.inspect.custom');
/**
 * A value that does not print: string conversion, JSON and `util.inspect` all give `[secret]`. Only `reveal` gives it
 * out, and each caller of `reveal` is a place to guard.
 */
class Secret {
    #value;
    constructor(value) {
        this.#value = value;
    }
    reveal() {
        return this.#value;
    }
    toString() {
        return '[secret]';
    }
    toJSON() {
        return '[secret]';
    }
    [INSPECT]() {
        return '[secret]';
    }
}
//# sourceMappingURL=secret.js.map

/***/ }),

/***/ 7065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ setDeadline)
/* harmony export */ });
/** Bounds a command by `ms` from now and by the caller's signal. */
function setDeadline(ms, clock, outer) {
    const done = new AbortController();
    const cut = new AbortController();
    void clock.sleep(ms, done.signal).then(() => {
        if (!done.signal.aborted)
            cut.abort();
    });
    const signal = outer === undefined ? cut.signal : AbortSignal.any([cut.signal, outer]);
    return { at: clock.now() + ms, signal, end: () => done.abort() };
}
//# sourceMappingURL=deadline.js.map

/***/ }),

/***/ 7706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OQ: () => (/* binding */ ERROR_CODES),
/* harmony export */   ol: () => (/* binding */ DcrError),
/* harmony export */   zj: () => (/* binding */ toDcrError)
/* harmony export */ });
/**
 * Every code that dcr-login can end with, its exit code, and the words of its page in ERRORS.md. The union is closed:
 * pipelines match on codes, so a code is added here or nowhere, and never renamed.
 */
const ERROR_CODES = {
    DCR_INTERNAL: {
        exit: 1,
        means: 'dcr-login itself is broken. Nothing is known to be wrong with your credential or registry.',
        remedy: 'Run the command again with --debug and report what it prints; it holds no secret.',
    },
    DCR_INPUT_INVALID: {
        exit: 2,
        means: 'A flag, variable or argument cannot be used as it was given. Nothing was started and nothing was sent.',
        remedy: 'Correct the value that the message names.',
    },
    DCR_CREDENTIAL_MISSING: {
        exit: 2,
        means: 'There is no username or no password. In CI an unset secret arrives as an empty value.',
        remedy: 'Set DCR_USERNAME and DCR_PASSWORD, or use --password-stdin. In CI, check that this event, branch and environment may read the secret.',
    },
    DCR_CONFIG_INVALID: {
        exit: 2,
        means: 'A configuration file cannot be read or does not say what it must.',
        remedy: 'Correct what the message names.',
    },
    DCR_CREDENTIAL_REJECTED: {
        exit: 3,
        means: 'The registry knows this username and password pair not at all. It was sent exactly once.',
        remedy: 'Check username and password for stray characters. To make new ones: Console → Container → DCR Container Registry → the registry → Credentials → regenerate; then update every place that stores the old one.',
    },
    DCR_CREDENTIAL_EXPIRED: {
        exit: 3,
        means: 'The credential was right once. The registry says that it has expired, or its known end has passed.',
        remedy: 'Console → Container → DCR Container Registry → the registry → Credentials → regenerate; then update the local store, CI/CD secrets and Kubernetes secrets.',
    },
    DCR_CREDENTIAL_UNPROVEN: {
        exit: 3,
        means: 'Nothing was refused, but nothing was proved either: the registry gave the same answer to a request without the credential, or no usable answer.',
        remedy: 'Ask for an action that needs the credential: verify --action push --repository NAME.',
    },
    DCR_ACCESS_DENIED: {
        exit: 4,
        means: 'The credential is accepted by this host, but it may not do this here.',
        remedy: 'DCR credentials belong to one registry: check that this is the one. Then check the permissions of the account in the console, then ask support.',
    },
    DCR_REGISTRY_UNKNOWN: {
        exit: 4,
        means: 'The host has no registry or repository of this name.',
        remedy: 'Check the spelling of the name after the host: Console → Container → DCR Container Registry lists your registries.',
    },
    DCR_UNREACHABLE: {
        exit: 5,
        means: 'The registry could not be reached: name lookup, connection or network failed.',
        remedy: 'Check the host name, DNS, proxy and firewall of this machine, then run it again.',
    },
    DCR_TIMEOUT: {
        exit: 5,
        means: 'The registry took longer than allowed, at the stage that the message names.',
        remedy: 'Run it again; if the registry is slow but alive, raise --timeout.',
    },
    DCR_TLS_UNTRUSTED: {
        exit: 5,
        means: 'The connection is not trustworthy: the certificate is expired, self-signed, for another host, or there is no TLS at all.',
        remedy: 'If a company proxy or private CA signs certificates here, point SSL_CERT_FILE (or NODE_EXTRA_CA_CERTS) to its file, or put it into /etc/docker/certs.d/HOST/ca.crt, where docker reads it as well. Otherwise do not send the credential.',
    },
    DCR_RATE_LIMITED: {
        exit: 5,
        means: 'The registry asks to come back later (429).',
        remedy: 'Wait for the time that the message names, then run it again with fewer jobs at once.',
    },
    DCR_SERVER_ERROR: {
        exit: 5,
        means: 'The registry answered with an error of its own (5xx), also after the retries.',
        remedy: 'Run it again later; if it stays, ask support with the time and host of this message.',
    },
    DCR_NOT_A_REGISTRY: {
        exit: 5,
        means: 'Something answered on this address, but it does not speak the registry protocol: a web page, a sign-in portal, a proxy.',
        remedy: 'Check host and port. On a guest network, sign in to it first; behind a proxy, let this host through.',
    },
    DCR_UNSAFE_REALM: {
        exit: 5,
        means: 'The registry wants the credential sent to another site or without encryption. It was not sent.',
        remedy: 'If that host is really the token service of this registry, allow it by name: --allow-realm HOST. Otherwise report it.',
    },
    DCR_UNSAFE_REDIRECT: {
        exit: 5,
        means: 'A request was redirected to another origin or in circles. The credential was not sent on.',
        remedy: 'Use the address that the registry really lives at.',
    },
    DCR_ENGINE_MISSING: {
        exit: 6,
        means: 'The client that should use the login is not on PATH.',
        remedy: 'Install it, choose another --engine, or use --engine file, which needs no client.',
    },
    DCR_STORE_FAILED: {
        exit: 6,
        means: 'The login is right but could not be stored, or could not be removed: a credential helper, a file or the client failed.',
        remedy: 'The message holds the words of whoever failed. Repair the helper or the file, or log in with --isolate. Nothing was stored in plain text instead.',
    },
    DCR_SHADOWED: {
        exit: 6,
        means: 'Another file or variable takes precedence over this login, so the client would use another credential.',
        remedy: 'Unset the variable or remove the entry that the message names.',
    },
    DCR_LOCKED: {
        exit: 6,
        means: 'Another process holds the lock of the file or rotation for longer than this one may wait.',
        remedy: 'Let it finish. If the process that the message names is gone, run the command again.',
    },
    DCR_ROTATION_INCOMPLETE: {
        exit: 7,
        means: 'Some targets hold the new credential and some do not. Nothing is lost and the old one was not retired.',
        remedy: 'Mend what the report names, then: dcr-login rotate --resume.',
    },
    DCR_TARGET_REFUSED: {
        exit: 7,
        means: 'A place that stores the credential cannot be written with the rights that were given.',
        remedy: 'Give the token the permission that the message names, then run it again.',
    },
    DCR_TARGET_FOREIGN: {
        exit: 7,
        means: 'Another system owns this place and would put the old value back.',
        remedy: 'Rotate at the source that the message names, or set force: true on the target.',
    },
    DCR_TOO_OLD: {
        exit: 8,
        means: 'A stored credential is older than --max-age allows.',
        remedy: 'Rotate it: dcr-login rotate NAME.',
    },
    DCR_DRIFT: {
        exit: 8,
        means: 'Places that should hold the same credential do not.',
        remedy: 'dcr-login status -f FILE names them; rotate --resume brings them in step.',
    },
};
/** The only error that core throws on purpose. */
class DcrError extends Error {
    name = 'DcrError';
    code;
    remedy;
    registry;
    retryAfter;
    leftover;
    noEffect;
    constructor(code, details) {
        super(details.message, { cause: details.cause });
        this.code = code;
        this.remedy = details.remedy ?? ERROR_CODES[code].remedy;
        this.registry = details.registry;
        this.retryAfter = details.retryAfter;
        this.leftover = details.leftover ?? false;
        this.noEffect = details.noEffect ?? false;
    }
    get exitCode() {
        return ERROR_CODES[this.code].exit;
    }
}
/** Whatever was thrown, as an error with a code: what is not ours is a bug of ours. */
function toDcrError(thrown) {
    if (thrown instanceof DcrError)
        return thrown;
    const reason = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
    return new DcrError('DCR_INTERNAL', { message: `dcr-login failed unexpectedly (${reason})`, cause: thrown });
}
//# sourceMappingURL=errors.js.map

/***/ }),

/***/ 5727:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ closeSession)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/core/lib/deadline.js
var lib_deadline = __webpack_require__(7065);
// EXTERNAL MODULE: ./packages/core/lib/errors.js
var errors = __webpack_require__(7706);
// EXTERNAL MODULE: ./packages/core/lib/login/places.js
var places = __webpack_require__(75);
// EXTERNAL MODULE: ./packages/core/lib/login/private-directory.js
var private_directory = __webpack_require__(7894);
// EXTERNAL MODULE: ./packages/core/lib/login/engines/name.js
var engines_name = __webpack_require__(9096);
// EXTERNAL MODULE: ./packages/core/lib/login/session.js
var session = __webpack_require__(1023);
// EXTERNAL MODULE: ./packages/core/lib/login/store/store.js + 1 modules
var store = __webpack_require__(557);
// EXTERNAL MODULE: ./packages/core/lib/credential/fingerprint.js
var fingerprint = __webpack_require__(4783);
// EXTERNAL MODULE: ./packages/core/lib/login/store/stored-login.js
var stored_login = __webpack_require__(8410);
;// CONCATENATED MODULE: ./packages/core/lib/login/undo.js



/**
 * What the logout of `mine` does to one of the slots that it was installed in. Whatever the order of the logouts, the last
 * one leaves what was there before the first login, and no logout takes away what somebody else has put there since.
 */
function decideUndo(question) {
    const { slot, mine, present, sessions } = question;
    const { record, undo } = mine;
    if (record.installed === null || undo === undefined)
        return { do: 'leave' };
    const holds = (other) => other.undo !== undefined && isInstalled(slot, record, other.undo);
    const later = sessions
        .filter((other) => (0,session/* sharesSlot */.PX)(slot, other.record, record) && other.record.sequence > record.sequence)
        .filter((other) => other.record.installed !== null)
        .toSorted((a, b) => a.record.sequence - b.record.sequence);
    // By another file the same helper may be called and yet keep its secrets elsewhere: only what it holds can tell.
    const next = later.find((other) => holds(other) || other.record.place?.path === record.place?.path);
    if (next !== undefined)
        return holds(next) ? { do: 'hand-over', to: next.record.id, undo } : { do: 'leave' };
    return isInstalled(slot, record, present) ? { do: 'restore', undo } : { do: 'leave' };
}
/** Whether this slot holds what the session has put there. */
function isInstalled(slot, { place, installed }, stored) {
    if (slot === 'entry' && place?.helper !== undefined)
        return JSON.stringify(stored.entry) === JSON.stringify(stored_login/* MARKER */.t);
    return installed !== null && (0,fingerprint/* matchesFingerprint */.G)(JSON.stringify(stored[slot]), installed);
}
//# sourceMappingURL=undo.js.map
;// CONCATENATED MODULE: ./packages/core/lib/login/close.js









/** Undoes one login. Throws `DCR_STORE_FAILED` and `DCR_LOCKED`; the session then stays, to be closed later. */
async function closeSession(closing, ports) {
    const { session, sessions, deadline } = closing;
    const time = Math.max(1, deadline - ports.clock.now());
    const { signal, end } = (0,lib_deadline/* setDeadline */.r)(time, ports.clock, closing.signal);
    const forms = (0,store/* deriveUndoForms */.FV)(session.undo);
    const context = { ports, env: (0,places/* cleanEnvironment */.hh)(ports.environment, forms), forms, signal };
    try {
        return await sessions.withGroup(session.record.group, deadline, async () => {
            // A session of the same call may have left its directory to this one in the meantime.
            const present = session.record.group === null ? session : await sessions.read(session.record.id);
            if (present === undefined)
                return 'removed';
            return await undoLogin({ ...closing, session: present }, context);
        });
    }
    finally {
        end();
    }
}
async function undoLogin({ session, sessions, deadline }, context) {
    const { record } = session;
    // First, for they go whatever the shared place says.
    for (const directory of record.directories) {
        const heir = record.group === null ? undefined : await findHeir(record, directory, sessions);
        if (heir === undefined)
            await removeDirectory(directory, context);
        else
            await bequeathDirectory({ record, heir, directory, sessions, deadline }, context);
    }
    const outcome = record.place === null ? 'removed' : await undoShared(session, record.place, { sessions, deadline, context });
    await sessions.remove(record.id);
    return outcome;
}
/** Another session of the same call whose login lies in this directory as well. */
async function findHeir({ id, group }, directory, sessions) {
    const others = (await sessions.list()).map(({ record }) => record);
    return others.find((other) => {
        // A login that was killed before it got there has nothing there.
        return other.id !== id && other.group === group && other.installed !== null && (0,session/* liesWithin */.ZQ)(other, directory);
    });
}
/** The directory goes with the other session from now on; only the own entry leaves it. */
async function bequeathDirectory(will, context) {
    const { record, heir, directory, sessions, deadline } = will;
    if (!heir.directories.includes(directory))
        await sessions.update({ ...heir, directories: [...heir.directories, directory] });
    // What a login in a directory of its own replaced there is the copy of the user's own entry: it goes too.
    if (record.place !== null && (0,session/* liesWithin */.ZQ)(record, directory))
        return;
    const file = external_node_path_.join(directory, engines_name/* FILES */.cn[(0,engines_name/* formatOf */.be)(record.engine)].name);
    const place = { path: file, key: record.key };
    await context.ports.files.lock(file, deadline, async () => {
        await (0,store/* writeStored */.zS)(place, { entry: null, helper: null }, context);
        if ((await (0,store/* readUndo */.dV)(place, context)).entry !== null)
            throw stillThere(record.key, file);
    });
}
async function undoShared({ record }, place, { sessions, deadline, context }) {
    const { files } = context.ports;
    // What never got as far as the place is not looked for there: file or helper may be the reason why.
    if (record.installed === null)
        return 'left';
    // Without the directory there is nothing to be undone, and nowhere to put a lock.
    if ((await files.inspect(external_node_path_.dirname(place.path), { follow: true })).kind !== 'directory')
        return 'removed';
    const helpers = place.helper === undefined ? [] : [place.helper];
    const undo = async () => {
        const mine = await sessions.read(record.id);
        if (mine === undefined)
            return 'removed';
        const present = await (0,store/* readUndo */.dV)(place, context);
        const decisions = decideAll(mine, place, { present, sessions: await sessions.list() });
        await handOver(decisions, sessions, deadline);
        const restored = Object.assign({}, ...decisions.map((decision) => pickRestored(decision)));
        if (Object.keys(restored).length > 0) {
            await (0,store/* writeStored */.zS)(place, restored, context);
            await proveRestored(place, restored, context);
        }
        const what = decisions.find((decision) => decision.do !== 'leave')?.do;
        if (what === 'restore')
            return (restored.entry ?? restored.helper ?? null) === null ? 'removed' : 'restored';
        if (what === 'hand-over')
            return 'handed-over';
        // Somebody has logged out by the client itself, or a logout was cut off before it could forget the session.
        return present[place.helper === undefined ? 'entry' : 'helper'] === null ? 'removed' : 'left';
    };
    return files.lock(place.path, deadline, () => sessions.withHelpers(helpers, deadline, undo));
}
/** The slot that keeps the secret comes first. */
function decideAll(mine, place, seen) {
    const decide = (slot) => ({ slot, ...decideUndo({ slot, mine, ...seen }) });
    if (place.helper === undefined)
        return [decide('entry')];
    const [helper, entry] = [decide('helper'), decide('entry')];
    // The mark in the file belongs to whatever login the helper keeps, if that is somebody else's.
    const isForeign = helper.do === 'leave' && !isUndone(mine, seen.present);
    return isForeign && entry.do === 'restore' ? [helper, { slot: 'entry', do: 'leave' }] : [helper, entry];
}
/** The helper holds what it held before, or nothing: a logout that was cut off had come that far. */
function isUndone({ undo }, { helper }) {
    return helper === null || JSON.stringify(helper) === JSON.stringify(undo?.helper);
}
/** What the later session would put back of a slot is from now on what this one would have. */
async function handOver(decisions, sessions, deadline) {
    for (const decision of decisions)
        if (decision.do === 'hand-over')
            await sessions.amendUndo(decision.to, pickSlot(decision), deadline);
}
function pickRestored(decision) {
    return decision.do === 'restore' ? pickSlot(decision) : {};
}
function pickSlot({ slot, undo }) {
    const { entry, helper, hadFile, hadAuths } = undo;
    return slot === 'helper' ? { helper } : { entry, hadFile, hadAuths };
}
/** Reads the place again: it must hold what was there before, whoever wrote to it in between. */
async function proveRestored(place, restored, context) {
    const present = await (0,store/* readUndo */.dV)(place, context);
    const differs = (slot) => restored[slot] !== undefined && JSON.stringify(present[slot]) !== JSON.stringify(restored[slot]);
    if (place.helper !== undefined && differs('helper'))
        throw stillThere(place.key, `docker-credential-${place.helper}`);
    if (differs('entry'))
        throw stillThere(place.key, place.path);
}
function stillThere(key, where) {
    return new errors/* DcrError */.ol('DCR_STORE_FAILED', {
        message: `the login of ${key} is still in ${where} after it was removed`,
    });
}
async function removeDirectory(directory, context) {
    const { files } = context.ports;
    if ((await files.inspect(directory)).kind === 'missing')
        return;
    // What was made for this login is this user's alone: anything else that stands there now is not ours to remove.
    await (0,private_directory/* checkPrivateDirectory */.Re)(directory, context.ports);
    await files.apply({ do: 'remove', path: directory });
    if ((await files.inspect(directory)).kind === 'missing')
        return;
    throw new errors/* DcrError */.ol('DCR_STORE_FAILED', { message: `${directory} could not be removed and still holds a login` });
}
//# sourceMappingURL=close.js.map

/***/ }),

/***/ 9096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   Xm: () => (/* binding */ makeVisible),
/* harmony export */   be: () => (/* binding */ formatOf),
/* harmony export */   cn: () => (/* binding */ FILES),
/* harmony export */   ro: () => (/* binding */ CLIENTS),
/* harmony export */   ug: () => (/* binding */ ENGINES)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

/** In the order in which `auto` looks for them on PATH. */
const CLIENTS = ['docker', 'podman', 'buildah', 'skopeo'];
const ENGINES = [...CLIENTS, 'file'];
/** How the file of a format is named, and the variable that points to it: docker's names the directory. */
const FILES = {
    docker: { name: 'config.json', variable: 'DOCKER_CONFIG' },
    containers: { name: 'auth.json', variable: 'REGISTRY_AUTH_FILE' },
};
function formatOf(engine) {
    return engine === 'docker' || engine === 'file' ? 'docker' : 'containers';
}
/** The key under which a client of this format stores and looks up this registry. */
function keyOf(reference, format) {
    return format === 'docker' ? reference.key : reference.registry;
}
/** The variable that makes a client of this format see the file in `directory`. */
function makeVisible(format, directory) {
    const { name, variable } = FILES[format];
    return { [variable]: format === 'docker' ? directory : node_path__WEBPACK_IMPORTED_MODULE_0__.join(directory, name) };
}
//# sourceMappingURL=name.js.map

/***/ }),

/***/ 6398:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ explainStoredElsewhere),
/* harmony export */   F4: () => (/* binding */ composeContainersArguments),
/* harmony export */   n1: () => (/* binding */ composeContainersLogout)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9096);


/**
 * podman, buildah and skopeo share one implementation, containers/common `pkg/auth`, and so their arguments. They keep
 * a login under its path: two registries of one host are two entries.
 */
function composeContainersArguments({ reference, username, directory }) {
    // Docker's own rule, on loopback alone: whatever speaks there is trusted, also in plain http.
    const plain = reference.loopback ? ['--tls-verify=false'] : [];
    const file = node_path__WEBPACK_IMPORTED_MODULE_0__.join(directory, _name_js__WEBPACK_IMPORTED_MODULE_1__/* .FILES */ .cn.containers.name);
    return ['login', '--authfile', file, ...plain, '--username', username, '--password-stdin', reference.registry];
}
function explainStoredElsewhere(client) {
    return `A credential-helpers line in registries.conf makes ${client} store logins elsewhere: take it out, or use --engine file.`;
}
/** Takes back what a login has stored where `--authfile` did not lead it: `credential-helpers` of registries.conf. */
function composeContainersLogout({ reference, directory, }) {
    return ['logout', '--authfile', node_path__WEBPACK_IMPORTED_MODULE_0__.join(directory, _name_js__WEBPACK_IMPORTED_MODULE_1__/* .FILES */ .cn.containers.name), reference.registry];
}
//# sourceMappingURL=podman.js.map

/***/ }),

/***/ 75:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HD: () => (/* binding */ chooseConfigDirectory),
/* harmony export */   IA: () => (/* binding */ listPrivateBases),
/* harmony export */   J8: () => (/* binding */ dropSecrets),
/* harmony export */   Wl: () => (/* binding */ refuseWorkspace),
/* harmony export */   eE: () => (/* binding */ chooseStateDirectory),
/* harmony export */   hh: () => (/* binding */ cleanEnvironment)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7706);


/**
 * Where sessions are kept: the directory that was given, `DCR_STATE_DIR`, else the platform's place for state that
 * outlives a process.
 */
function chooseStateDirectory({ variables, platform, home, workingDirectory }, given = variables['DCR_STATE_DIR']) {
    if (given !== undefined && given !== '')
        return node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(workingDirectory, given);
    if (platform === 'win32')
        return node_path__WEBPACK_IMPORTED_MODULE_0__.join(variables['LOCALAPPDATA'] || node_path__WEBPACK_IMPORTED_MODULE_0__.join(home, 'AppData', 'Local'), 'dcr-login');
    const xdg = variables['XDG_STATE_HOME'];
    // A relative XDG path is to be ignored: https://specifications.freedesktop.org/basedir-spec/latest/
    const base = xdg !== undefined && node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute(xdg) ? xdg : node_path__WEBPACK_IMPORTED_MODULE_0__.join(home, '.local', 'state');
    return node_path__WEBPACK_IMPORTED_MODULE_0__.join(base, 'dcr-login');
}
/** Docker's own rule: `DOCKER_CONFIG` is a directory, else `~/.docker`. */
function chooseConfigDirectory({ variables, home, workingDirectory }) {
    const given = variables['DOCKER_CONFIG'];
    return given !== undefined && given !== '' ? node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(workingDirectory, given) : node_path__WEBPACK_IMPORTED_MODULE_0__.join(home, '.docker');
}
/**
 * Directories that may hold a private one, best first: those that the CI system empties itself, then memory-backed ones
 * of this user, then the state directory. Never /tmp, where anybody may plant a name, and never the workspace, which
 * ends up in images, artifacts and commits.
 */
function listPrivateBases(environment, stateDirectory = chooseStateDirectory(environment)) {
    const { variables } = environment;
    const { RUNNER_TEMP: github, CI_PROJECT_DIR: gitlab, CI_JOB_ID: job = '0', WORKSPACE_TMP: jenkins, WORKSPACE: workspace, JENKINS_URL: isJenkins, XDG_RUNTIME_DIR: runtime, } = variables;
    const besides = jenkins ?? (isJenkins !== undefined && workspace !== undefined ? `${workspace}@tmp` : undefined);
    const bases = [
        [github],
        gitlab === undefined ? [gitlab] : [node_path__WEBPACK_IMPORTED_MODULE_0__.dirname(gitlab), `${node_path__WEBPACK_IMPORTED_MODULE_0__.basename(gitlab)}.tmp`, `dcr-${job}`],
        besides === undefined ? [besides] : [node_path__WEBPACK_IMPORTED_MODULE_0__.dirname(besides), node_path__WEBPACK_IMPORTED_MODULE_0__.basename(besides)],
        [runtime, 'dcr-login'],
    ];
    const own = { root: stateDirectory, below: ['private'], mayBeLink: true };
    const named = bases.flatMap(([root, ...below]) => root !== undefined && node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute(root) ? [{ root, below }] : []);
    return [...named, own];
}
/** Throws `DCR_INPUT_INVALID` for a private directory inside the workspace of this job. */
function refuseWorkspace(directory, { variables }) {
    const workspaces = [variables['GITHUB_WORKSPACE'], variables['CI_PROJECT_DIR'], variables['WORKSPACE']];
    const workspace = workspaces.find((root) => root !== undefined && root !== '' && isInside(directory, root));
    if (workspace === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DcrError */ .ol('DCR_INPUT_INVALID', {
        message: `${directory} lies inside the workspace ${workspace}, from where files get into images, artifacts and commits`,
        remedy: 'Choose a directory outside of the workspace, or leave the choice to dcr-login.',
    });
}
/**
 * Environment of a child of ours: the caller's, without our secrets, without the API tokens of the job, and without any
 * variable that holds the password under another name.
 */
function cleanEnvironment(environment, forms) {
    const kept = Object.entries(dropSecrets(environment, forms));
    const tokens = kept
        .filter(([name, value]) => isToken(name) && value.length >= SHORTEST_TOKEN)
        .map(([, value]) => value);
    // A token is often part of another variable, such as the address that GitLab clones from.
    const clean = kept.filter(([name, value]) => !isToken(name) && (isPlain(name) || !tokens.some((token) => value.includes(token))));
    return Object.fromEntries(clean);
}
/**
 * Environment of a command that the user runs through us: all that was there, the job's own tokens too, but none of our
 * secrets and nothing that holds one of these forms.
 */
function dropSecrets({ variables }, forms) {
    const kept = {};
    for (const [name, value] of Object.entries(variables)) {
        if (value === undefined || SECRET_NAMES.test(name))
            continue;
        if (!isPlain(name) && forms.some((form) => value.includes(form)))
            continue;
        kept[name] = value;
    }
    return kept;
}
const SECRET_NAMES = /^(?:DCR_(?:NEW_)?PASSWORD|INPUT_(?:PASSWORD|REGISTRIES))$/iu;
const TOKEN_NAMES = /(?:^|_)(?:TOKEN|PASSWORD|JWT|JWT_V[12]|SECRET)$|^DOCKER_AUTH_CONFIG$/iu;
/** Of the cloud whose credential helper needs it: https://github.com/awslabs/amazon-ecr-credential-helper */
const HELPER_NAMES = new Set(['AWS_SESSION_TOKEN']);
/** A shorter one may be part of an innocent value by chance. */
const SHORTEST_TOKEN = 8;
function isToken(name) {
    return TOKEN_NAMES.test(name) && !HELPER_NAMES.has(name);
}
/** A short password may be part of these by chance; without them no child starts. */
const PLAIN_NAMES = new Set(['PATH', 'HOME', 'USER', 'USERPROFILE', 'SYSTEMROOT', 'TEMP', 'TMP', 'TMPDIR', 'PWD']);
function isPlain(name) {
    return PLAIN_NAMES.has(name.toUpperCase());
}
function isInside(directory, root) {
    const relative = node_path__WEBPACK_IMPORTED_MODULE_0__.relative(node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(root), node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(directory));
    return relative === '' || (!relative.startsWith('..') && !node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute(relative));
}
//# sourceMappingURL=places.js.map

/***/ }),

/***/ 4849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mN: () => (/* binding */ chooseEngine),
  Dd: () => (/* binding */ helperKeyOf),
  OG: () => (/* binding */ needsDockerFile),
  pX: () => (/* binding */ planLogin)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/core/lib/errors.js
var errors = __webpack_require__(7706);
;// CONCATENATED MODULE: ./packages/core/lib/login/engines/docker.js
/** The host alone: docker would cut the name off. The password never is an argument. */
function composeDockerArguments(login) {
    return ['login', '--username', login.username, '--password-stdin', login.reference.host];
}
const TRIMMED = 'docker login drops the spaces around this password, so its configuration was written directly';
/**
 * `docker login` trims what it reads, though docker uses such a password well once it is stored: cli 28, registry.go.
 * Go takes U+0085 for white space, JavaScript does not: https://pkg.go.dev/unicode#IsSpace
 */
function isTrimmedByDocker(password) {
    return /^[\s\u0085]|[\s\u0085]$/u.test(password.reveal());
}
//# sourceMappingURL=docker.js.map
// EXTERNAL MODULE: ./packages/core/lib/login/engines/name.js
var engines_name = __webpack_require__(9096);
// EXTERNAL MODULE: ./packages/core/lib/login/engines/podman.js
var podman = __webpack_require__(6398);
// EXTERNAL MODULE: ./packages/core/lib/login/private-directory.js
var private_directory = __webpack_require__(7894);
// EXTERNAL MODULE: ./packages/core/lib/login/store/auth-file.js
var auth_file = __webpack_require__(9358);
// EXTERNAL MODULE: ./packages/core/lib/login/store/config-file.js
var config_file = __webpack_require__(8674);
;// CONCATENATED MODULE: ./packages/core/lib/login/plan.js








/** Throws `DCR_SHADOWED`. */
function planLogin(request) {
    const { id, reference, credential, options, facts, position } = request;
    const format = (0,engines_name/* formatOf */.be)(request.engine);
    const trimmed = request.engine === 'docker' && isTrimmedByDocker(credential.password);
    const name = trimmed ? 'file' : request.engine;
    const { main, hostTaken } = position;
    // Docker keeps one login a host: the second of one host lives in a directory of its own, wherever the first one does.
    const apart = format === 'docker' && hostTaken;
    const isolated = options.isolate || apart;
    const given = options.isolate && main === undefined ? options.configDir : undefined;
    const needsDirectory = isolated || name !== 'file';
    const workDirectory = needsDirectory ? (given ?? external_node_path_.join(facts.privateBase ?? '', `dcr-${id}`)) : undefined;
    const login = { reference, username: credential.username, directory: workDirectory ?? '' };
    const joins = options.isolate && main !== undefined && !apart;
    const keeps = isolated && !(joins && format === 'containers');
    const configDir = keeps ? login.directory : joins ? main.configDir : external_node_path_.dirname(facts.shared.file);
    return {
        id,
        reference,
        engine: name === 'file' ? { name } : composeEngine(name, login, facts),
        format,
        isolated,
        configDir,
        visible: makeAllVisible(format, configDir, options),
        workDirectory,
        keeps: keeps ? { helperKeys: keysFor(request), bothFormats: options.forCommand } : undefined,
        group: options.isolate && position.several ? (main?.id ?? id) : undefined,
        place: joins
            ? { path: external_node_path_.join(main.configDir, engines_name/* FILES */.cn[format].name), key: (0,engines_name/* keyOf */.TN)(reference, format) }
            : isolated
                ? undefined
                : choosePlace(reference, format, facts),
        effects: workDirectory === undefined ? [] : composeEffects(workDirectory, options.forCommand ? 'docker' : format, facts),
        notes: [
            ...(trimmed ? [TRIMMED] : []),
            ...(apart ? [explainApart(reference, configDir)] : []),
            ...(format === 'containers' ? (0,auth_file/* listDeeperLogins */.cY)(reference, facts.shared) : []),
        ],
    };
}
/** Helpers are looked up by docker's own key, and by podman and its kin by the host alone. */
function helperKeyOf(reference, format) {
    return format === 'docker' ? reference.key : reference.host;
}
function keysFor({ reference, engine, position }) {
    return position.main === undefined ? position.helperKeys : [helperKeyOf(reference, (0,engines_name/* formatOf */.be)(engine))];
}
/** Throws `DCR_ENGINE_MISSING`. */
function chooseEngine(wanted, clients, registry) {
    if (wanted === 'file')
        return wanted;
    const found = wanted === 'auto' ? engines_name/* CLIENTS */.ro.find((client) => clients[client] !== undefined) : wanted;
    if (found !== undefined && clients[found] !== undefined)
        return found;
    const what = wanted === 'auto' ? `none of ${engines_name/* CLIENTS */.ro.join(', ')}` : `no ${wanted}`;
    throw new errors/* DcrError */.ol('DCR_ENGINE_MISSING', {
        message: `${what} was found on PATH`,
        ...(registry === undefined ? {} : { registry }),
    });
}
function composeEngine(name, login, { clients }) {
    const args = name === 'docker' ? composeDockerArguments(login) : (0,podman/* composeContainersArguments */.F4)(login);
    return { name, file: clients[name] ?? '', args };
}
function choosePlace(reference, format, { shared }) {
    if (format === 'containers')
        return (0,auth_file/* placeInAuthFile */.t1)({ reference, file: shared.real, content: shared.content });
    const helper = (0,config_file/* readHelperName */.qV)(shared.content, reference.key);
    return { path: shared.real, key: reference.key, ...(helper === undefined ? {} : { helper }) };
}
/**
 * Whether docker is to find the login in its file, or in a copy of it. Of a file that it finds a fault in, it passes over
 * the entries alone, and asks the helpers that are named there all the same.
 */
function needsDockerFile({ format, isolated, keeps, place }) {
    if (isolated)
        return format === 'docker' || keeps?.bothFormats === true;
    return format === 'docker' && place?.helper === undefined;
}
function composeEffects(directory, format, facts) {
    // Podman and its kin make their file themselves, and keep nothing else beside it.
    if (format === 'containers')
        return [{ do: 'make-private', path: directory }];
    return (0,private_directory/* planPrivateDirectory */.Ki)(directory, facts.config, (0,private_directory/* composeSeed */.uX)(facts.docker));
}
function makeAllVisible(format, directory, { forCommand }) {
    const formats = forCommand ? ['docker', 'containers'] : [format];
    return Object.assign({}, ...formats.map((each) => (0,engines_name/* makeVisible */.Xm)(each, directory)));
}
function explainApart({ registry, host }, directory) {
    return `docker keeps one login a host, and another registry of ${host} was named first: for ${registry} use DOCKER_CONFIG=${directory}`;
}
//# sourceMappingURL=plan.js.map

/***/ }),

/***/ 7894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Av: () => (/* binding */ composePrivateConfig),
/* harmony export */   Gw: () => (/* binding */ isPrivate),
/* harmony export */   Ki: () => (/* binding */ planPrivateDirectory),
/* harmony export */   OG: () => (/* binding */ findNewEntry),
/* harmony export */   Re: () => (/* binding */ checkPrivateDirectory),
/* harmony export */   cZ: () => (/* binding */ formatConfig),
/* harmony export */   id: () => (/* binding */ readConfigDirectory),
/* harmony export */   j0: () => (/* binding */ checkStateDirectory),
/* harmony export */   qt: () => (/* binding */ choosePrivateBase),
/* harmony export */   uX: () => (/* binding */ composeSeed)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7706);
/* harmony import */ var _store_config_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8674);



/**
 * An entry that no registry answers to. Docker looks for a helper on PATH by itself when a configuration has no `auths`
 * entry, and `{}` does not count as one: source, cli/config/configfile/file.go, `ContainsAuth`.
 */
const SEED_KEY = 'x.invalid';
async function readConfigDirectory(directory, files) {
    const found = await files.inspect(directory, { follow: true });
    const names = found.kind === 'directory' ? found.names : [];
    const inside = names.includes('buildx')
        ? await files.inspect(node_path__WEBPACK_IMPORTED_MODULE_0__.join(directory, 'buildx'), { follow: true })
        : found;
    if (inside === found || inside.kind !== 'directory')
        return { path: directory, names, buildx: undefined };
    const current = await files.inspect(node_path__WEBPACK_IMPORTED_MODULE_0__.join(directory, 'buildx', 'current'), { follow: true });
    const text = current.kind === 'file' ? current.text : undefined;
    return { path: directory, names, buildx: { names: inside.names, current: text } };
}
/**
 * Makes the private directory and links into it what is no credential: plugins, contexts and builders keep working. Of
 * `buildx/` the part `config` is never linked, for that is where scoped credentials lie.
 */
function planPrivateDirectory(directory, source, seed) {
    const effects = [{ do: 'make-private', path: directory }];
    for (const name of ['cli-plugins', 'contexts'].filter((known) => source.names.includes(known))) {
        effects.push({ do: 'link', path: node_path__WEBPACK_IMPORTED_MODULE_0__.join(directory, name), target: node_path__WEBPACK_IMPORTED_MODULE_0__.join(source.path, name) });
    }
    if (source.buildx !== undefined) {
        const buildx = node_path__WEBPACK_IMPORTED_MODULE_0__.join(directory, 'buildx');
        effects.push({ do: 'make-private', path: buildx });
        for (const name of ['instances', 'defaults'].filter((known) => source.buildx?.names.includes(known))) {
            effects.push({ do: 'link', path: node_path__WEBPACK_IMPORTED_MODULE_0__.join(buildx, name), target: node_path__WEBPACK_IMPORTED_MODULE_0__.join(source.path, 'buildx', name) });
        }
        const { current } = source.buildx;
        if (current !== undefined)
            effects.push({ do: 'write', path: node_path__WEBPACK_IMPORTED_MODULE_0__.join(buildx, 'current'), text: current });
    }
    effects.push({ do: 'write', path: node_path__WEBPACK_IMPORTED_MODULE_0__.join(directory, 'config.json'), text: formatConfig(seed) });
    return effects;
}
/** Everything of the user's configuration but credentials and stores: what the client needs to find daemon and proxy. */
function composeSeed(shared) {
    const { credsStore: _store, credHelpers: _helpers, ...rest } = shared;
    return { ...rest, auths: { [SEED_KEY]: {} } };
}
/**
 * The configuration of isolated logins: the user's own with our entries in it. No helper answers for `helperKeys`: theirs
 * are taken out, and where docker would turn to a store instead, an empty name makes it keep the login in the file.
 * Podman 4 cannot read such a name, so that it stands only where it must (`blank`).
 */
function composePrivateConfig(shared, logins) {
    const { entries, helperKeys, blank } = logins;
    const ours = Object.fromEntries(entries.map(({ key, entry }) => [key, entry]));
    const { credHelpers, ...rest } = shared;
    const auths = (0,_store_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(shared['auths']) ? shared['auths'] : {};
    const kept = Object.entries((0,_store_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(credHelpers) ? credHelpers : {}).filter(([host]) => !helperKeys.includes(host));
    const helpers = Object.fromEntries([...kept, ...(blank ? helperKeys.map((host) => [host, '']) : [])]);
    return {
        ...rest,
        auths: { ...auths, ...ours },
        ...(Object.keys(helpers).length === 0 ? {} : { credHelpers: helpers }),
    };
}
/** The entry that a client wrote into a directory that was seeded. Its own spelling of the key does not matter. */
function findNewEntry(config) {
    const auths = (0,_store_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(config['auths']) ? config['auths'] : {};
    const entry = Object.entries(auths).find(([key, value]) => key !== SEED_KEY && (0,_store_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value) && Object.keys(value).length > 0);
    return (0,_store_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(entry?.[1]) ? entry[1] : undefined;
}
function formatConfig(config) {
    return JSON.stringify(config, undefined, '\t');
}
/**
 * The first base that can hold a private directory; missing levels are made, 0700. A level that is a symbolic link or
 * belongs to neither this user nor root is somebody's trap, and nothing is put there or anywhere else.
 * Throws `DCR_STORE_FAILED`.
 */
async function choosePrivateBase(bases, { environment, files }) {
    const reasons = [];
    for (const { root, below, mayBeLink = false } of bases) {
        let level = root;
        try {
            await files.apply({ do: 'make-directory', path: root });
            const { kind } = await files.inspect(root, { follow: mayBeLink });
            if (kind !== 'directory')
                throw new Error(`${root} is a ${kind}`);
            for (const name of below) {
                level = node_path__WEBPACK_IMPORTED_MODULE_0__.join(level, name);
                if ((await files.inspect(level)).kind === 'missing')
                    await files.apply({ do: 'make-directory', path: level });
                refuseTrap(level, await files.inspect(level), environment);
            }
            return level;
        }
        catch (error) {
            if (error instanceof TrapError)
                throw error;
            reasons.push(error instanceof Error ? error.message : String(error));
        }
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .DcrError */ .ol('DCR_STORE_FAILED', {
        message: `no private directory can be made: ${reasons.join('; ')}`,
        remedy: 'Set DCR_STATE_DIR to a directory of yours that is writable.',
    });
}
/**
 * Checked again before a secret gets near it: a directory of ours that was swapped for another one.
 * Throws `DCR_STORE_FAILED`.
 */
async function checkPrivateDirectory(directory, { environment, files }) {
    const found = await files.inspect(directory);
    refuseTrap(directory, found, environment);
    if (isPrivate(found, environment))
        return;
    throw new TrapError(`${directory} was made for this user alone, but is open to others now`);
}
/** A directory of this user that nobody else can read. */
function isPrivate(found, { platform, uid }) {
    if (found.kind !== 'directory' || (uid !== undefined && found.uid !== uid))
        return false;
    // Windows has no such modes; what a new directory inherits there is the user's own.
    return platform === 'win32' || (found.mode & 0o077) === 0;
}
/** Throws `DCR_STORE_FAILED` for a directory of state that is a link, or somebody else's. */
async function checkStateDirectory(directory, { environment, files }) {
    refuseTrap(directory, await files.inspect(directory), environment);
}
class TrapError extends _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .DcrError */ .ol {
    constructor(message) {
        super('DCR_STORE_FAILED', {
            message: `${message}; nothing was stored there`,
            remedy: 'Find out who put it there. Then remove it, or set DCR_STATE_DIR to a directory that only you can write to.',
        });
    }
}
function refuseTrap(level, found, { uid }) {
    if (found.kind !== 'directory') {
        const what = { link: 'a symbolic link', file: 'a file', missing: 'gone', other: 'no directory' }[found.kind];
        throw new TrapError(`${level} must be a directory, but is ${what}`);
    }
    if (uid !== undefined && found.uid !== uid && found.uid !== 0)
        throw new TrapError(`${level} belongs to another user (uid ${found.uid})`);
}
//# sourceMappingURL=private-directory.js.map

/***/ }),

/***/ 1023:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PX: () => (/* binding */ sharesSlot),
/* harmony export */   ZQ: () => (/* binding */ liesWithin),
/* harmony export */   c9: () => (/* binding */ SessionStore)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _private_directory_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7894);


function sharesSlot(slot, { place: a }, { place: b }) {
    if (a === null || b === null || a.key !== b.key)
        return false;
    return slot === 'entry' ? a.path === b.path : a.helper !== undefined && a.helper === b.helper;
}
/** Whether the entry of a session lies in this directory beside that of the session that made it. */
function liesWithin({ place }, directory) {
    return place !== null && node_path__WEBPACK_IMPORTED_MODULE_0__.dirname(place.path) === directory;
}
/** The sessions of a state directory on disk: `sessions/<id>/session.json`, and `undo.json` beside it. */
class SessionStore {
    #directory;
    #files;
    #ports;
    constructor(stateDir, ports) {
        this.#directory = node_path__WEBPACK_IMPORTED_MODULE_0__.join(stateDir, 'sessions');
        this.#files = ports.files;
        this.#ports = ports;
    }
    /** Throws `DCR_STORE_FAILED`, also for a directory that somebody planted: what was there before a login goes there. */
    async create(record) {
        await this.#files.apply({ do: 'make-directory', path: this.#directory });
        await (0,_private_directory_js__WEBPACK_IMPORTED_MODULE_1__/* .checkStateDirectory */ .j0)(this.#directory, this.#ports);
        await this.#files.apply({ do: 'make-private', path: `${this.#directory}/${record.id}` });
        await this.update(record);
    }
    /** Runs `work` while no other session of the group is being closed. */
    async withGroup(group, deadline, work) {
        return group === null ? work() : this.#files.lock(node_path__WEBPACK_IMPORTED_MODULE_0__.join(this.#directory, group), deadline, work);
    }
    /** Runs `work` while no other session of this state directory is installed in these helpers or taken out of them. */
    async withHelpers(helpers, deadline, work) {
        const [first, ...rest] = [...new Set(helpers)].toSorted();
        if (first === undefined)
            return work();
        const target = node_path__WEBPACK_IMPORTED_MODULE_0__.join(this.#directory, `helper-${encodeURIComponent(first)}`);
        return this.#files.lock(target, deadline, () => this.withHelpers(rest, deadline, work));
    }
    async update(record) {
        await this.#files.apply({
            do: 'write',
            path: `${this.#directory}/${record.id}/session.json`,
            text: JSON.stringify(record),
        });
    }
    async saveUndo(id, undo) {
        await this.#files.apply({ do: 'write', path: `${this.#directory}/${id}/undo.json`, text: JSON.stringify(undo) });
    }
    /** Changes part of what a session will put back. Others that hold other locks may change the rest at the same time. */
    async amendUndo(id, part, deadline) {
        await this.#files.lock(node_path__WEBPACK_IMPORTED_MODULE_0__.join(this.#directory, `undo-${id}`), deadline, async () => {
            const undo = (await this.read(id))?.undo;
            if (undo !== undefined)
                await this.saveUndo(id, { ...undo, ...part });
        });
    }
    async remove(id) {
        await this.#files.apply({ do: 'remove', path: `${this.#directory}/${id}` });
    }
    /**
     * Newest first. A directory without a readable record was never finished being made: nothing was done for it yet. What
     * somebody else put there is no session: its paths would be removed. Throws `DCR_STORE_FAILED` for a planted directory.
     */
    async list() {
        const found = await this.#files.inspect(this.#directory);
        if (found.kind !== 'missing')
            await (0,_private_directory_js__WEBPACK_IMPORTED_MODULE_1__/* .checkStateDirectory */ .j0)(this.#directory, this.#ports);
        const names = found.kind === 'directory' ? found.names : [];
        const sessions = await Promise.all(names.map((id) => this.read(id)));
        return sessions
            .filter((session) => session !== undefined)
            .toSorted((a, b) => b.record.since - a.record.since || b.record.sequence - a.record.sequence);
    }
    async read(id) {
        if (!(0,_private_directory_js__WEBPACK_IMPORTED_MODULE_1__/* .isPrivate */ .Gw)(await this.#files.inspect(`${this.#directory}/${id}`), this.#ports.environment))
            return undefined;
        const record = await this.#readJson(`${id}/session.json`);
        // Another version's session is left to that version.
        if (record?.version !== 1 || record.id !== id)
            return undefined;
        return { record, undo: await this.#readJson(`${id}/undo.json`) };
    }
    async #readJson(name) {
        const found = await this.#files.inspect(`${this.#directory}/${name}`);
        if (found.kind !== 'file')
            return undefined;
        try {
            return JSON.parse(found.text);
        }
        catch {
            return undefined;
        }
    }
}
//# sourceMappingURL=session.js.map

/***/ }),

/***/ 2631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CY: () => (/* binding */ parseShadow),
/* harmony export */   _E: () => (/* binding */ dropShadow),
/* harmony export */   refuseShadow: () => (/* binding */ refuseShadow),
/* harmony export */   y$: () => (/* binding */ readsVariable)
/* harmony export */ });
/* unused harmony export readShadow */
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7706);
/* harmony import */ var _registry_observation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7967);
/* harmony import */ var _store_config_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8674);




const VARIABLE = 'DOCKER_AUTH_CONFIG';
/** The first docker CLI that reads the variable: 28.3.0, cli/config/configfile/file.go. */
const FIRST = [28, 3];
/**
 * Docker 28.3 and later read a credential of this exact host from `DOCKER_AUTH_CONFIG` before any file, in which GitLab's
 * users keep one for their runner. Throws `DCR_SHADOWED` where that would be another one than was logged in with.
 */
async function refuseShadow(login, context) {
    const { plan, credential } = login;
    const { engine, reference } = plan;
    const { environment, processes } = context.ports;
    const stored = plan.format === 'docker' ? readShadow(environment.variables[VARIABLE], reference.key) : undefined;
    if (stored === undefined || stored === (0,_store_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeAuth */ .zx)(credential.username, credential.password.reveal())['auth'])
        return;
    const docker = engine.name === 'docker' ? engine.file : processes.find('docker');
    if (docker === undefined)
        return;
    const { env, signal } = context;
    const { stdout } = await processes.start({ file: docker, args: ['--version'], env, signal }).finish('');
    if (!readsVariable(stdout))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .DcrError */ .ol('DCR_SHADOWED', {
        registry: reference.registry,
        message: `${reference.registry}: ${VARIABLE} holds another credential for ${reference.host}, and this docker takes that one before any login`,
        remedy: `Take ${reference.host} out of ${VARIABLE}, or unset it for this job: unset ${VARIABLE}.`,
    });
}
/** Whether a docker of this `--version` reads the variable; one that does not tell its version is taken for a new one. */
function readsVariable(version) {
    const [, major, minor] = /version (\d+)\.(\d+)/u.exec(version) ?? [];
    if (major === undefined)
        return true;
    return Number(major) > FIRST[0] || (Number(major) === FIRST[0] && Number(minor) >= FIRST[1]);
}
/** The `auth` that the variable holds for this key; undefined where docker would not take it either. */
function readShadow(value, key) {
    const shadow = parseShadow(value);
    if (shadow === undefined || shadow.problem !== undefined || !Object.hasOwn(shadow.auths, key))
        return undefined;
    const entry = shadow.auths[key];
    return (0,_store_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(entry) ? node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(String(entry['auth']), 'base64').toString('base64') : undefined;
}
/** The variable without this key, for a command that must see our login; undefined where nothing would be left in it. */
function dropShadow(value, key) {
    const auths = parseShadow(value)?.auths ?? {};
    if (!Object.hasOwn(auths, key))
        return value;
    const rest = Object.fromEntries(Object.entries(auths).filter(([host]) => host !== key));
    return Object.keys(rest).length === 0 ? undefined : JSON.stringify({ auths: rest });
}
/** Undefined where the variable is not set. */
function parseShadow(value) {
    if (value === undefined || value === '')
        return undefined;
    const config = (0,_registry_observation_js__WEBPACK_IMPORTED_MODULE_3__/* .parseObject */ .lj)(value);
    if (config === undefined)
        return { auths: {}, problem: 'it is no JSON object' };
    const { auths, ...others } = config;
    if (!(0,_store_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(auths))
        return { auths: {}, problem: 'it has no auths' };
    const entries = Object.values(auths);
    const names = entries.flatMap((entry) => ((0,_store_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(entry) ? Object.keys(entry) : []));
    if (Object.keys(others).length > 0 || names.some((name) => name !== 'auth'))
        return { auths, problem: 'it has other fields than auths and auth' };
    const usable = entries.every((entry) => (0,_store_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(entry) && (0,_store_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeAuth */ .X$)(entry) !== undefined);
    return { auths, problem: usable ? undefined : 'an entry of it has no usable auth' };
}
//# sourceMappingURL=shadow.js.map

/***/ }),

/***/ 9105:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ listSessions)
/* harmony export */ });
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1023);


/** The sessions that live in a state directory, newest first. */
async function listSessions(request, ports) {
    const directory = (0,_places_js__WEBPACK_IMPORTED_MODULE_0__/* .chooseStateDirectory */ .eE)(ports.environment, request.stateDir);
    return (await new _session_js__WEBPACK_IMPORTED_MODULE_1__/* .SessionStore */ .c9(directory, ports).list()).map(({ record }) => record);
}
//# sourceMappingURL=status.js.map

/***/ }),

/***/ 9358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IP: () => (/* binding */ chooseAuthFile),
/* harmony export */   cY: () => (/* binding */ listDeeperLogins),
/* harmony export */   t1: () => (/* binding */ placeInAuthFile)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7706);
/* harmony import */ var _config_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8674);



/**
 * The file into which podman, buildah and skopeo write a login, and where they look first:
 * https://github.com/containers/image/blob/main/docs/containers-auth.json.5.md
 */
function chooseAuthFile({ variables, platform, home, uid, workingDirectory }) {
    const { REGISTRY_AUTH_FILE: given, XDG_RUNTIME_DIR: runtime } = variables;
    if (given !== undefined && given !== '')
        return node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(workingDirectory, given);
    if (platform !== 'linux')
        return node_path__WEBPACK_IMPORTED_MODULE_0__.join(home, '.config', 'containers', 'auth.json');
    const base = runtime !== undefined && runtime !== ''
        ? node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(workingDirectory, runtime, 'containers')
        : node_path__WEBPACK_IMPORTED_MODULE_0__.join('/run/containers', String(uid ?? 0));
    return node_path__WEBPACK_IMPORTED_MODULE_0__.join(base, 'auth.json');
}
/**
 * Where the login of a registry lives in such a file. A helper that the file names for the host is asked before the
 * entries, and by the host alone: it can keep the login of a host, and hides that of a path.
 * Throws `DCR_SHADOWED`.
 */
function placeInAuthFile(request) {
    const { reference, file, content } = request;
    // `credsStore` is docker's alone; the others do not read it.
    const { credsStore: _store, ...known } = content;
    const helper = (0,_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .readHelperName */ .qV)(known, reference.host);
    if (helper === undefined)
        return { path: file, key: reference.registry };
    if (reference.name === '')
        return { path: file, key: reference.host, helper };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .DcrError */ .ol('DCR_SHADOWED', {
        registry: reference.registry,
        message: `${file} names docker-credential-${helper} for ${reference.host}, which is asked before any login of ${reference.registry}`,
        remedy: `Take ${reference.host} out of credHelpers in that file, or log in with --isolate.`,
    });
}
/**
 * Logins of paths below this registry, which podman and its kin take for images there before that of the registry. They
 * may be meant so: it is said, and they are left. One sentence each.
 */
function listDeeperLogins({ registry }, { file, content: { auths } }) {
    const keys = (0,_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(auths) ? Object.keys(auths).filter((key) => key.startsWith(`${registry}/`)) : [];
    return keys.map((key) => `${file} holds a login of its own for ${key}, which is taken there before that of ${registry}`);
}
//# sourceMappingURL=auth-file.js.map

/***/ }),

/***/ 112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ putAuth),
/* harmony export */   _: () => (/* binding */ dropAuth)
/* harmony export */ });
/* harmony import */ var jsonc_parser__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9547);
/* harmony import */ var _config_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8674);


/**
 * Sets one entry and leaves every other byte as it is; the new one is written as the file writes others. `text` is the
 * object of a configuration, or blank.
 */
function putAuth(text, key, entry) {
    const base = text.trim() === '' ? '{}' : text;
    const root = (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.parseTree)(base) ?? NOTHING;
    const name = findAuths(root);
    const auths = (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.findNodeAtLocation)(root, [name]);
    if (auths === undefined)
        return insertMember(base, root, { name, value: { [key]: entry } });
    // Nothing can be put into null, which docker reads as no entries.
    if (auths.type === 'null')
        return replaceValue(base, auths, { [key]: entry });
    const present = (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.findNodeAtLocation)(auths, [key]);
    if (present !== undefined)
        return replaceValue(base, present, entry);
    return insertMember(base, auths, { name: key, value: entry });
}
/**
 * Removes one entry; `auths` itself too when it holds nothing more and `keepAuths` is false. What `putAuth` put into a file
 * is taken out of it to the byte.
 */
function dropAuth(text, key, keepAuths) {
    const root = (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.parseTree)(text) ?? NOTHING;
    const auths = (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.findNodeAtLocation)(root, [findAuths(root)]);
    const entry = auths === undefined ? undefined : (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.findNodeAtLocation)(auths, [key]);
    if (auths === undefined || entry === undefined)
        return text;
    const isLast = auths.children?.length === 1;
    return removeMember(text, isLast && !keepAuths ? auths.parent : entry.parent);
}
/** `auths` as it is spelt there: clients take it in any case. */
function findAuths(root) {
    const names = (root.children ?? []).map(({ children }) => String(children?.[0]?.value ?? ''));
    return names.includes('auths') ? 'auths' : (names.find((name) => (0,_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .isSpelt */ .Z4)(name, 'auths')) ?? 'auths');
}
const NOTHING = { type: 'null', offset: 0, length: 0 };
/** As the last one, on a line of its own where the first one has one, or where the object is the first of its file. */
function insertMember(text, { offset, length, children = [], parent }, member) {
    const [first, last] = [children[0], children.at(-1)];
    if (first !== undefined && last !== undefined) {
        const end = last.offset + last.length;
        const pad = text.slice(offset + 1, first.offset);
        return splice(text, end, end, `,${pad}${formatMember(text, member, findIndent(text, first))}`);
    }
    const outer = parent === undefined ? '' : findIndent(text, parent);
    const { step, eol } = readStyle(text);
    const indent = outer === undefined ? undefined : `${outer}${step}`;
    const [open, close] = indent === undefined ? ['', ''] : [`${eol}${indent}`, `${eol}${outer}`];
    return splice(text, offset + 1, offset + length - 1, `${open}${formatMember(text, member, indent)}${close}`);
}
function replaceValue(text, { offset, length, parent }, value) {
    const indent = parent === undefined ? undefined : findIndent(text, parent);
    return splice(text, offset, offset + length, formatValue(text, value, indent));
}
/** With the comma that tells it from its neighbour; of an object that is empty then, nothing stays between the braces. */
function removeMember(text, member) {
    const { children = [], offset = 0, length = 0 } = member?.parent ?? NOTHING;
    const index = children.findIndex((child) => child === member);
    const [before, here, after] = [children[index - 1], children[index], children[index + 1]];
    if (here === undefined)
        return text;
    if (before !== undefined)
        return splice(text, before.offset + before.length, here.offset + here.length, '');
    return after === undefined
        ? splice(text, offset + 1, offset + length - 1, '')
        : splice(text, here.offset, after.offset, '');
}
/** `indent` of the line that the member begins; undefined where it begins none. */
function formatMember(text, { name, value }, indent) {
    return `${JSON.stringify(name)}:${indent === undefined ? '' : ' '}${formatValue(text, value, indent)}`;
}
function formatValue(text, value, indent) {
    if (indent === undefined)
        return JSON.stringify(value);
    const { step, eol } = readStyle(text);
    return JSON.stringify(value, undefined, step).replaceAll('\n', `${eol}${indent}`);
}
/** What stands before a node on its line, where that is nothing but blanks. */
function findIndent(text, { offset }) {
    const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
    return text.lastIndexOf('\n', offset - 1) >= 0 && /^[ \t]*$/u.test(line) ? line : undefined;
}
/** How a text is indented, by what stands before its first key, or with docker's own tabs; and how its lines end. */
function readStyle(text) {
    return { step: /\n([ \t]+)"/u.exec(text)?.[1] ?? '\t', eol: text.includes('\r\n') ? '\r\n' : '\n' };
}
function splice(text, start, end, part) {
    return `${text.slice(0, start)}${part}${text.slice(end)}`;
}
//# sourceMappingURL=config-edit.js.map

/***/ }),

/***/ 8674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   Hc: () => (/* binding */ readAuth),
/* harmony export */   OQ: () => (/* binding */ findSpelt),
/* harmony export */   Oe: () => (/* binding */ ENTRY_KEYS),
/* harmony export */   X$: () => (/* binding */ decodeAuth),
/* harmony export */   Z4: () => (/* binding */ isSpelt),
/* harmony export */   bU: () => (/* binding */ spellEntry),
/* harmony export */   im: () => (/* binding */ readConfigText),
/* harmony export */   me: () => (/* binding */ parseConfigFile),
/* harmony export */   qV: () => (/* binding */ readHelperName),
/* harmony export */   zx: () => (/* binding */ encodeAuth)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7706);


/** Undefined where there is no file. Throws `DCR_STORE_FAILED` for a directory, pipe or device in its place. */
async function readConfigText(path, { ports }) {
    const found = await ports.files.inspect(path, { follow: true });
    if (found.kind === 'missing')
        return undefined;
    if (found.kind === 'file')
        return found.text;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DcrError */ .ol('DCR_STORE_FAILED', {
        message: `${path} is not a regular file (${found.kind}); it was left as it is`,
    });
}
/**
 * The object of a docker `config.json`; an absent or blank file is an empty one.
 * Throws `DCR_STORE_FAILED` for anything that docker could not read either: it is never repaired by overwriting it.
 */
function parseConfigFile(text, path) {
    if (text === undefined || text.trim() === '')
        return {};
    try {
        const value = JSON.parse(text);
        const config = isObject(value) ? spellKeys(value, KEYS) : {};
        const { auths } = config;
        if (isObject(value) && (auths === undefined || auths === null || isObject(auths)))
            return config;
    }
    catch {
        // The parser's message repeats the text around the fault, which may be a credential.
    }
    const message = `${path} is no client configuration (it must be one JSON object); it was left as it is`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DcrError */ .ol('DCR_STORE_FAILED', { message, remedy: 'Repair or remove that file.' });
}
/** What we read there. */
const KEYS = ['auths', 'credsStore', 'credHelpers'];
/** Texts of an entry: https://github.com/docker/cli/blob/v28.2.2/cli/config/types/authconfig.go */
const ENTRY_KEYS = ['auth', 'identitytoken', 'registrytoken', 'username', 'password', 'email', 'serveraddress'];
/**
 * Go, in which all clients are written, takes a key in any case: a `credsstore` is a store. Of two spellings maps are put
 * together, and of texts the last one counts that is not null: https://pkg.go.dev/encoding/json#Unmarshal
 */
function spellKeys(object, known) {
    const spelt = Object.entries(object).map(([key, value]) => ({ key, name: findSpelt(key, known) ?? key, value }));
    if (spelt.every(({ key, name }) => key === name))
        return object;
    const merged = new Map();
    for (const { name, value } of spelt)
        merged.set(name, mergeValues(merged.get(name), value));
    return Object.fromEntries(merged);
}
function mergeValues(before, value) {
    if (isObject(before) && isObject(value))
        return { ...before, ...value };
    return value === null && typeof before === 'string' ? before : value;
}
/** The one of these keys that Go takes this one for. */
function findSpelt(key, known) {
    return known.find((name) => isSpelt(key, name));
}
/**
 * Go folds as Unicode does, one character for one, so that a long s is an s: https://pkg.go.dev/unicode#SimpleFold
 * Most keys are told apart by their length: an expression for each pair would cost a login half a millisecond.
 */
function isSpelt(key, known) {
    return key === known || (key.length === known.length && new RegExp(`^${known}$`, 'iu').test(key));
}
/** An entry as clients read it; what is put back stays as it was. */
function spellEntry(entry) {
    return spellKeys(entry, ENTRY_KEYS);
}
function readAuth(config, key) {
    const auths = config['auths'];
    const entry = isObject(auths) && Object.hasOwn(auths, key) ? auths[key] : undefined;
    return isObject(entry) ? entry : undefined;
}
/** `docker-credential-<name>` that the user configured for this host; undefined where the file itself is the store. */
function readHelperName(config, key) {
    const helpers = config['credHelpers'];
    const own = isObject(helpers) && Object.hasOwn(helpers, key) ? helpers[key] : config['credsStore'];
    return typeof own === 'string' && own !== '' ? own : undefined;
}
function encodeAuth(username, password) {
    return { auth: node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(`${username}:${password}`).toString('base64') };
}
/** Username and secret of an entry in the words of the helper protocol: a refresh token has the username `<token>`. */
function decodeAuth(entry) {
    const { identitytoken, auth } = spellEntry(entry);
    if (typeof identitytoken === 'string' && identitytoken !== '')
        return { username: '<token>', secret: identitytoken };
    if (typeof auth !== 'string')
        return undefined;
    const text = node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(auth, 'base64').toString('utf8');
    const colon = text.indexOf(':');
    return colon <= 0 ? undefined : { username: text.slice(0, colon), secret: text.slice(colon + 1) };
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
//# sourceMappingURL=config-file.js.map

/***/ }),

/***/ 9703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ refuseUnusable),
/* harmony export */   V: () => (/* binding */ findShapeFault)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7706);
/* harmony import */ var _config_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8674);


/**
 * Why docker takes no login at all from the entries of a `config.json`: one value of another type than it expects, or one
 * `auth` that it cannot decode, and they are passed over with a warning. The helpers that the file names are asked all the
 * same. Undefined where all of it is usable.
 * Source: https://github.com/docker/cli/blob/master/cli/config/configfile/file.go, `LoadFromReader`
 */
function findShapeFault(config) {
    for (const [key, value] of Object.entries(config)) {
        const shape = SHAPES.find(({ keys }) => (0,_config_file_js__WEBPACK_IMPORTED_MODULE_0__/* .findSpelt */ .OQ)(key, keys) !== undefined);
        // As it is spelt there: it may stand there twice.
        if (shape?.fits(value) === false)
            return `${key} is not ${shape.what}`;
    }
    const entries = Object.values((0,_config_file_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(config['auths']) ? config['auths'] : {});
    const refused = entries.findIndex((entry) => (0,_config_file_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(entry) && !isUsableAuth((0,_config_file_js__WEBPACK_IMPORTED_MODULE_0__/* .spellEntry */ .bU)(entry)['auth']));
    // The place and not the name: the report of doctor is shown to strangers.
    return refused < 0 ? undefined : `the auth of entry ${refused + 1} of auths is not user:password in base64`;
}
/** Throws `DCR_CONFIG_INVALID` for a file of whose entries docker would take none: one more would not be seen either. */
function refuseUnusable(config, path) {
    const fault = findShapeFault(config);
    if (fault === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DcrError */ .ol('DCR_CONFIG_INVALID', {
        message: `docker takes no login from ${path} because ${fault}; it was left as it is`,
        remedy: 'Repair or remove that part of the file, then log in again.',
    });
}
/** A missing value and `null` are of every type. */
const isNothing = (value) => value === undefined || value === null;
const isText = (value) => isNothing(value) || typeof value === 'string';
const isMapOf = (fits) => (value) => isNothing(value) || ((0,_config_file_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value) && Object.values(value).every((part) => fits(part)));
/** An object with these texts, their names in any case; what else is in it does not matter. */
const hasTexts = (names) => (value) => isNothing(value) ||
    ((0,_config_file_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value) &&
        Object.entries(value).every(([key, part]) => isText(part) || (0,_config_file_js__WEBPACK_IMPORTED_MODULE_0__/* .findSpelt */ .OQ)(key, names) === undefined));
const isList = (value) => isNothing(value) || (Array.isArray(value) && value.every((part) => isText(part)));
/** https://github.com/docker/cli/blob/v28.2.2/cli/config/configfile/file.go, `ConfigFile` and `ProxyConfig` */
const SHAPES = [
    { keys: ['auths'], fits: isMapOf(hasTexts(_config_file_js__WEBPACK_IMPORTED_MODULE_0__/* .ENTRY_KEYS */ .Oe)), what: 'an object of logins by host' },
    { keys: ['credHelpers'], fits: isMapOf(isText), what: 'an object of helper names by host' },
    { keys: ['credsStore'], fits: isText, what: 'the name of a helper' },
    {
        keys: ['proxies'],
        fits: isMapOf(hasTexts(['httpProxy', 'httpsProxy', 'noProxy', 'ftpProxy', 'allProxy'])),
        what: 'an object of proxies by daemon',
    },
    { keys: ['HttpHeaders', 'aliases', 'features'], fits: isMapOf(isText), what: 'an object of texts' },
    { keys: ['plugins'], fits: isMapOf(isMapOf(isText)), what: 'an object of objects of texts' },
    { keys: ['pruneFilters', 'cliPluginsExtraDirs'], fits: isList, what: 'a list of texts' },
    {
        keys: [
            'currentContext',
            'detachKeys',
            'psFormat',
            'imagesFormat',
            'networksFormat',
            'pluginsFormat',
            'volumesFormat',
            'statsFormat',
            'serviceInspectFormat',
            'servicesFormat',
            'tasksFormat',
            'secretFormat',
            'configFormat',
            'nodesFormat',
        ],
        fits: isText,
        what: 'a text',
    },
];
/** Go's `base64.StdEncoding` wants the padding and passes over line breaks; both halves must be there, the user not empty. */
function isUsableAuth(auth) {
    if (typeof auth !== 'string' || auth === '')
        return true;
    const text = auth.replace(/[\r\n]/gu, '');
    if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/u.test(text))
        return false;
    return Buffer.from(text, 'base64').indexOf(':') > 0;
}
//# sourceMappingURL=config-shape.js.map

/***/ }),

/***/ 557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FV: () => (/* binding */ deriveUndoForms),
  dV: () => (/* binding */ readUndo),
  r0: () => (/* binding */ shapeLogin),
  UP: () => (/* binding */ writeAllStored),
  zS: () => (/* binding */ writeStored)
});

// EXTERNAL MODULE: ./packages/core/lib/credential/masking.js
var masking = __webpack_require__(5875);
// EXTERNAL MODULE: ./packages/core/lib/credential/secret.js
var secret = __webpack_require__(9095);
// EXTERNAL MODULE: ./packages/core/lib/errors.js
var errors = __webpack_require__(7706);
// EXTERNAL MODULE: ./packages/core/lib/login/store/config-edit.js
var config_edit = __webpack_require__(112);
// EXTERNAL MODULE: ./packages/core/lib/login/store/config-file.js
var config_file = __webpack_require__(8674);
;// CONCATENATED MODULE: ./packages/core/lib/login/store/helper.js



/** The exact words of "nothing is stored": https://github.com/docker/docker-credential-helpers#development */
const NOT_FOUND = /credentials not found/u;
/** Throws `DCR_STORE_FAILED` in the helper's own words. */
async function getFromHelper(helper) {
    const { status, stdout, stderr } = await runHelper(helper, 'get', helper.key);
    if (status !== 0) {
        if (NOT_FOUND.test(stdout) || NOT_FOUND.test(stderr))
            return undefined;
        throw failed(helper, 'get', stdout || stderr);
    }
    const answer = parseAnswer(stdout);
    if (answer === undefined)
        throw failed(helper, 'get', 'its answer is not the JSON of the helper protocol');
    // An uninitialised pass store answers success with empty fields.
    return answer.username === '' && answer.secret === '' ? undefined : answer;
}
/**
 * Stores instead of what is there. Of two users of one host, `pass` keeps both and answers with either one, so that
 * another's entry is erased; not before it is known that the helper stores at all.
 * Throws `DCR_STORE_FAILED` in the helper's own words.
 */
async function putToHelper(helper, credential) {
    const present = await getFromHelper(helper);
    await storeInHelper(helper, credential);
    if (present === undefined || present.username === credential.username)
        return;
    await eraseFromHelper(helper);
    await storeInHelper(helper, credential);
}
async function storeInHelper(helper, credential) {
    const { username: Username, secret: Secret } = credential;
    const request = JSON.stringify({ ServerURL: helper.key, Username, Secret });
    const { status, stdout, stderr } = await runHelper(helper, 'store', request);
    if (status !== 0)
        throw failed(helper, 'store', stdout || stderr);
}
/** What is gone already is success. Throws `DCR_STORE_FAILED`. */
async function eraseFromHelper(helper) {
    const { status, stdout, stderr } = await runHelper(helper, 'erase', helper.key);
    if (status !== 0 && !NOT_FOUND.test(stdout) && !NOT_FOUND.test(stderr))
        throw failed(helper, 'erase', stdout || stderr);
}
async function runHelper(helper, verb, stdin) {
    const { processes, env, signal } = helper;
    const file = processes.find(`docker-credential-${helper.name}`);
    if (file === undefined)
        throw failed(helper, verb, 'it is configured but not on PATH');
    return processes.start({ file, args: [verb], env, signal }).finish(stdin);
}
function failed({ name, key, forms }, verb, printed) {
    // A helper that fails after it has printed its answer: no form of that secret is known here.
    const words = verb === 'get' && /"?Secret"?\s*:/iu.test(printed)
        ? 'what it printed may hold a secret, and is not repeated'
        : printed;
    return new errors/* DcrError */.ol('DCR_STORE_FAILED', {
        message: `credential helper docker-credential-${name} failed to ${verb} ${key}: "${(0,masking/* quoteForeignText */._z)(words, forms)}"`,
        remedy: `Repair docker-credential-${name}, remove it from credsStore and credHelpers, or log in with --isolate. Nothing was stored in plain text instead.`,
    });
}
function parseAnswer(stdout) {
    try {
        const value = JSON.parse(stdout);
        if (!(0,config_file/* isObject */.Gv)(value) || typeof value['Username'] !== 'string' || typeof value['Secret'] !== 'string')
            return undefined;
        return { username: value['Username'], secret: value['Secret'] };
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=helper.js.map
// EXTERNAL MODULE: ./packages/core/lib/login/store/stored-login.js
var stored_login = __webpack_require__(8410);
;// CONCATENATED MODULE: ./packages/core/lib/login/store/store.js







async function readUndo(place, context) {
    const text = await (0,config_file/* readConfigText */.im)(place.path, context);
    const config = (0,config_file/* parseConfigFile */.me)(text, place.path);
    const helper = place.helper === undefined ? undefined : await getFromHelper(toHelper(place, place.helper, context));
    return {
        entry: (0,config_file/* readAuth */.Hc)(config, place.key) ?? null,
        helper: helper ?? null,
        hadFile: text !== undefined,
        hadAuths: config['auths'] !== undefined && config['auths'] !== null,
    };
}
/** The new login as this place would hold it. Throws `DCR_STORE_FAILED` for an entry that no helper can take. */
function shapeLogin(place, entry) {
    if (place.helper === undefined)
        return { entry, helper: null };
    const helper = (0,config_file/* decodeAuth */.X$)(entry);
    if (helper === undefined) {
        const message = `the login of ${place.key} has a form that docker-credential-${place.helper} cannot keep`;
        throw new errors/* DcrError */.ol('DCR_STORE_FAILED', { message });
    }
    return { entry: stored_login/* MARKER */.t, helper };
}
/** Makes the place hold exactly this for its key, as far as it is told, and nothing else different. The caller holds the lock of `place.path`. */
async function writeStored(place, login, context) {
    return writeAllStored(place.path, [{ place, login }], context);
}
/**
 * The same for several places of one file, which is written once. Helpers go first, so that the file never points to what
 * is not there.
 */
async function writeAllStored(file, writes, context) {
    const { files } = context.ports;
    // What cannot be edited is refused before a helper changes anything.
    if (writes.some(({ place }) => place.helper !== undefined))
        await editConfig(file, writes, context);
    for (const { place, login } of writes) {
        if (place.helper === undefined || login.helper === undefined)
            continue;
        const helper = toHelper(place, place.helper, context);
        await (login.helper === null ? eraseFromHelper(helper) : putToHelper(helper, login.helper));
    }
    const { text, edited } = await editConfig(file, writes, context);
    const isEmpty = /^\s*(?:\{\s*\})?\s*$/u.test(edited);
    const isOurs = writes.every(({ login }) => login.hadFile === false);
    // Behind a link there may be a file that removing the link would leave as it is, with the login in it.
    if (isOurs && isEmpty && (await files.inspect(file)).kind !== 'link') {
        await files.apply({ do: 'remove', path: file });
    }
    else if (edited !== text) {
        await files.apply({ do: 'replace', path: file, text: edited });
    }
}
/** Throws `DCR_STORE_FAILED` where the edit would not do what it should. */
async function editConfig(path, writes, context) {
    const text = (await (0,config_file/* readConfigText */.im)(path, context)) ?? '';
    (0,config_file/* parseConfigFile */.me)(text, path);
    const edits = writes.flatMap(({ place: { key }, login: { entry, hadAuths = true } }) => {
        return entry === undefined ? [] : [{ key, entry, hadAuths }];
    });
    const edited = edits.reduce((present, { key, entry, hadAuths }) => {
        return entry === null ? (0,config_edit/* dropAuth */._)(present, key, hadAuths) : (0,config_edit/* putAuth */.Y)(present, key, entry);
    }, text);
    const config = (0,config_file/* parseConfigFile */.me)(edited, path);
    // Of a key that stands there twice, the first is edited and the last is what clients read.
    const twice = edits.find(({ key, entry }) => {
        return JSON.stringify((0,config_file/* readAuth */.Hc)(config, key) ?? null) !== JSON.stringify(entry);
    });
    if (twice === undefined)
        return { text, edited };
    const message = `${path} names ${twice.key}, or auths, more than once; it was left as it is`;
    throw new errors/* DcrError */.ol('DCR_STORE_FAILED', { message, remedy: 'Remove all but one of them, or log in with --isolate.' });
}
/** Forms of what stood there before, which no message may repeat. */
function deriveUndoForms(undo) {
    const entry = undo?.entry === null || undo?.entry === undefined ? undefined : (0,config_file/* decodeAuth */.X$)(undo.entry);
    return [undo?.helper ?? undefined, entry].flatMap((stored) => stored === undefined ? [] : (0,masking/* deriveMaskedForms */.UO)({ username: stored.username, password: new secret/* Secret */.z(stored.secret) }));
}
function toHelper(place, name, context) {
    const { env, forms, signal, ports } = context;
    return { name, key: place.key, env, forms, signal, processes: ports.processes };
}
//# sourceMappingURL=store.js.map

/***/ }),

/***/ 8410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ serialiseLogin),
/* harmony export */   t: () => (/* binding */ MARKER)
/* harmony export */ });
/** Docker keeps an empty entry in the file for what a helper holds. */
const MARKER = {};
/** What a fingerprint is made of: the secret, wherever it is kept. */
function serialiseLogin(login) {
    return JSON.stringify(login.helper ?? login.entry);
}
//# sourceMappingURL=stored-login.js.map

/***/ }),

/***/ 9709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ bindBounds)
/* harmony export */ });
/**
 * Acts when the time of one request is up or the caller's signal aborts; gives back what lets go of both.
 *
 * Not AbortSignal.timeout and AbortSignal.any: the timer of the one lives on for 30 s after the answer, the other leaves a
 * reference in the caller's signal, and a rotation of 10,000 targets makes 90,000 requests with one signal.
 */
function bindBounds({ timeout, signal }, act) {
    const timer = setTimeout(act, timeout, 'timeout');
    const forget = signal === undefined ? undefined : whenAborted(signal, () => act('cancelled'));
    return () => {
        clearTimeout(timer);
        forget?.();
    };
}
const WATCHED = new WeakMap();
/**
 * One listener for all requests of a signal. One for each, added and removed, makes the signal's table of listeners anew
 * every time, and V8 keeps each old table, with the request behind it, for the sake of the table before it.
 */
function whenAborted(signal, act) {
    if (signal.aborted)
        act();
    const acts = WATCHED.get(signal) ?? [];
    if (!WATCHED.has(signal)) {
        WATCHED.set(signal, acts);
        signal.addEventListener('abort', () => [...acts].forEach((one) => one()));
    }
    acts.push(act);
    return () => void acts.splice(acts.indexOf(act), 1);
}
//# sourceMappingURL=bounds.js.map

/***/ }),

/***/ 9325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ listKubeconfigs),
/* harmony export */   U: () => (/* binding */ isInsidePod)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/** Where a pod finds who it is: https://kubernetes.io/docs/tasks/run-application/access-api-from-pod/ */
const POD_TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount/token';
/**
 * The files that say which clusters there are: those that `KUBECONFIG` names, else `~/.kube/config`. Files that are missing
 * are passed over, as kubectl does: https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/
 */
function listKubeconfigs({ variables, home }) {
    const named = (variables['KUBECONFIG'] ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter).filter((file) => file !== '');
    const files = named.length > 0 ? named : [node_path__WEBPACK_IMPORTED_MODULE_1__.join(home, '.kube', 'config')];
    return { named, present: files.filter((file) => node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync(file)) };
}
/** Whether a pod asks the API server that it runs under. A kubeconfig in a pod leads elsewhere. */
function isInsidePod(place) {
    const { named, present } = listKubeconfigs(place);
    if (named.length > 0 || present.length > 0)
        return false;
    return (place.variables['KUBERNETES_SERVICE_HOST'] ?? '') !== '' && node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync(POD_TOKEN);
}
//# sourceMappingURL=sources.js.map

/***/ }),

/***/ 9008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ HttpFault),
/* harmony export */   T: () => (/* binding */ BODY_LIMIT)
/* harmony export */ });
/** No answer came. `detail` is the system's own code or words, e.g. `ECONNREFUSED`. */
class HttpFault extends Error {
    name = 'HttpFault';
    kind;
    /** How far the exchange had come. */
    during;
    detail;
    constructor(fault) {
        super(`${fault.kind} during ${fault.during}: ${fault.detail}`, { cause: fault.cause });
        this.kind = fault.kind;
        this.during = fault.during;
        this.detail = fault.detail;
    }
}
/** 1 MiB, after decompression. No answer that a login needs is larger; containers/image caps tokens alike. */
const BODY_LIMIT = 1024 * 1024;
//# sourceMappingURL=http.js.map

/***/ }),

/***/ 5996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ pickChallenge),
/* harmony export */   u: () => (/* binding */ parseChallenges)
/* harmony export */ });
const TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const QUOTED = String.raw `"(?:[^"\\]|\\.)*"`;
const ITEM = new RegExp(String.raw `(?:[^,"]|${QUOTED})+|(?<rubbish>")`, 'gu');
const PARAMETER = new RegExp(String.raw `^(${TOKEN})\s*=\s*(${TOKEN}|${QUOTED})$`, 'u');
const OPENING = new RegExp(String.raw `^(${TOKEN})(?:\s+(.+))?$`, 'u');
const TOKEN68 = /^[A-Za-z0-9._~+/-]+=*$/u;
/** Every intact challenge of one or several field values. */
function parseChallenges(values) {
    return values.flatMap((value) => parseValue(value));
}
/** The first challenge that can be answered; others (Negotiate, …) are passed over. */
function pickChallenge(challenges) {
    return challenges.find((challenge) => {
        return challenge.scheme === 'basic' || (challenge.scheme === 'bearer' && Boolean(challenge.parameters['realm']));
    });
}
/**
 * Parsing ends at the first malformed item, and the challenge it stands in does not count either: half a realm, or
 * one of two, must never receive a credential.
 */
function parseValue(value) {
    const challenges = [];
    for (const match of value.matchAll(ITEM)) {
        const item = match[0].trim();
        if (item === '')
            continue;
        const parameter = PARAMETER.exec(item);
        const opening = parameter === null ? OPENING.exec(item) : null;
        if (opening !== null)
            challenges.push({ scheme: (opening[1] ?? '').toLowerCase(), parameters: {} });
        const rest = parameter === null ? opening?.[2] : item;
        const current = challenges.at(-1);
        const intact = match.groups?.['rubbish'] === undefined && (parameter !== null || opening !== null);
        if (current === undefined || !intact || !addParameter(current.parameters, rest)) {
            challenges.pop();
            break;
        }
    }
    return challenges;
}
/** False when `text` is neither a new parameter nor the single opaque word that some schemes carry instead. */
function addParameter(parameters, text) {
    if (text === undefined)
        return true;
    const [, name, content] = PARAMETER.exec(text) ?? [];
    if (name === undefined || content === undefined)
        return TOKEN68.test(text);
    const key = name.toLowerCase();
    if (Object.hasOwn(parameters, key))
        return false;
    parameters[key] = content.startsWith('"') ? content.slice(1, -1).replace(/\\(.)/gu, '$1') : content;
    return true;
}
//# sourceMappingURL=challenge.js.map

/***/ }),

/***/ 7614:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ Conversation),
  V: () => (/* binding */ findChallenge)
});

;// CONCATENATED MODULE: ./packages/core/lib/registry/base.js
/** Where a registry is asked: by https, and by plain http only on loopback where the port does not speak TLS. Never throws. */
async function findBase(question) {
    const { reference, patience, ports } = question;
    const secure = new URL(`https://${reference.apiHost}/`);
    if (!reference.loopback)
        return secure;
    const cut = patience.signal === undefined ? {} : { signal: patience.signal };
    const timeout = Math.max(1, patience.deadline - ports.clock.now());
    return (await ports.http.speaksTls(secure, { timeout, ...cut })) ? secure : plainBase(reference);
}
/** For loopback alone. */
function plainBase({ apiHost }) {
    return new URL(`http://${apiHost}/`);
}
//# sourceMappingURL=base.js.map
// EXTERNAL MODULE: ./packages/core/lib/registry/challenge.js
var challenge = __webpack_require__(5996);
// EXTERNAL MODULE: ./packages/core/lib/registry/exchange.js
var exchange = __webpack_require__(7036);
// EXTERNAL MODULE: ./packages/core/lib/registry/observation.js
var registry_observation = __webpack_require__(7967);
// EXTERNAL MODULE: ./packages/core/lib/registry/safety.js
var safety = __webpack_require__(8891);
// EXTERNAL MODULE: ./packages/core/lib/registry/token.js
var registry_token = __webpack_require__(6200);
// EXTERNAL MODULE: ./packages/core/lib/errors.js
var errors = __webpack_require__(7706);
// EXTERNAL MODULE: ./packages/core/lib/credential/masking.js
var masking = __webpack_require__(5875);
;// CONCATENATED MODULE: ./packages/core/lib/registry/verdict.js


const CREDENTIAL = ['token', 'auth'];
const ACTION = ['pull', 'push'];
const EXPIRED = /\bexpired?\b/iu;
const VERDICTS = [
    // `/v2/<name>/_catalog` is DCR's own question and no OCI endpoint: only an unmistakable refusal counts.
    {
        stage: ['name'],
        status: 200,
        lists: ['repositories'],
        means: 'proven',
        says: 'the registry of this name answers this credential',
    },
    {
        stage: ['name'],
        errorCode: ['NAME_UNKNOWN'],
        means: 'DCR_REGISTRY_UNKNOWN',
        says: 'this host has no registry of that name',
    },
    {
        stage: ['name'],
        scheme: 'basic',
        errorCode: ['DENIED', 'UNAUTHORIZED'],
        means: 'DCR_ACCESS_DENIED',
        says: 'the credential is right, but it belongs to another registry of this host',
    },
    { stage: ['name'], means: 'unknown', says: 'the registry does not tell whether the name is right' },
    // Asked without the credential only to know what needs none; no failure of it is a failure of the credential.
    {
        stage: ['token'],
        anonymous: true,
        status: 200,
        lists: ['token'],
        means: 'open',
        says: 'the token service gives a token to anybody',
    },
    {
        stage: ['auth'],
        anonymous: true,
        status: 200,
        means: 'open',
        says: 'the registry lets anybody in who asked for a token',
    },
    { stage: ['pull'], anonymous: true, status: 200, lists: ['tags'], means: 'open', says: 'anybody may pull' },
    { stage: ['push'], anonymous: true, status: 202, means: 'open', says: 'anybody may push' },
    {
        stage: ['token', 'auth', 'pull', 'push'],
        anonymous: true,
        status: [400, 404],
        means: 'closed',
        says: 'refused without the credential',
    },
    {
        stage: ['token', 'auth', 'pull', 'push'],
        anonymous: true,
        means: 'unknown',
        says: 'no usable answer without the credential',
    },
    {
        realm: true,
        means: 'DCR_UNSAFE_REALM',
        says: 'the registry wants the credential sent to a place that is not its own',
    },
    {
        stage: ['ping'],
        redirect: ['other-origin'],
        means: 'DCR_NOT_A_REGISTRY',
        says: 'the address sends its visitors to another site, as a sign-in portal or a moved registry does',
        remedy: 'Use the address that the registry really lives at; on a guest network, sign in to it first.',
    },
    {
        redirect: ['other-origin'],
        means: 'DCR_UNSAFE_REDIRECT',
        says: 'a request with the credential was redirected to another site; it was not followed',
    },
    { redirect: ['loop'], means: 'DCR_UNSAFE_REDIRECT', says: 'the request was redirected in circles' },
    {
        redirect: ['malformed'],
        means: 'DCR_UNSAFE_REDIRECT',
        says: 'the request was redirected to something that is no address',
    },
    {
        fault: ['dns'],
        means: 'DCR_UNREACHABLE',
        says: 'the host name cannot be resolved',
        remedy: 'Check the spelling of the host and the DNS of this machine.',
    },
    { fault: ['connect'], means: 'DCR_UNREACHABLE', says: 'no connection could be made' },
    { fault: ['reset'], means: 'DCR_UNREACHABLE', says: 'the connection was cut' },
    { fault: ['cancelled'], means: 'DCR_UNREACHABLE', says: 'the request was cancelled' },
    { fault: ['timeout'], means: 'DCR_TIMEOUT', says: 'no answer came in time' },
    { fault: ['tls'], means: 'DCR_TLS_UNTRUSTED', says: 'the certificate of the host is not trusted' },
    {
        fault: ['not-tls'],
        means: 'DCR_TLS_UNTRUSTED',
        says: 'this port does not speak TLS',
        remedy: 'Check the port. Registries outside of this machine must be reached over https.',
    },
    {
        fault: ['proxy-login'],
        means: 'DCR_UNREACHABLE',
        says: 'the proxy wants a login of its own, or another one',
        remedy: 'Put user and password of the proxy into its variable, special characters percent-encoded: http://user:password@host:port. Or name the registry in NO_PROXY.',
    },
    {
        fault: ['proxy'],
        means: 'DCR_UNREACHABLE',
        says: 'the proxy does not let this host through',
        remedy: 'Ask whoever runs the proxy to allow the host and port, or name the registry in NO_PROXY to go around it.',
    },
    {
        fault: ['configuration'],
        means: 'DCR_CONFIG_INVALID',
        says: 'a variable or file that says how to connect cannot be used; nothing was sent',
    },
    { fault: ['protocol'], means: 'DCR_NOT_A_REGISTRY', says: 'what answers does not speak HTTP correctly' },
    { status: 429, means: 'DCR_RATE_LIMITED', says: 'the registry asks to come back later' },
    { status: 511, means: 'DCR_NOT_A_REGISTRY', says: 'the network wants a sign-in before it lets anything through' },
    {
        status: 407,
        means: 'DCR_UNREACHABLE',
        says: 'a proxy on the way wants a login of its own',
        remedy: 'Put user and password of the proxy into HTTPS_PROXY, or name the registry in NO_PROXY.',
    },
    { status: 408, means: 'DCR_SERVER_ERROR', says: 'the registry gave up waiting for the request' },
    { status: [500, 599], means: 'DCR_SERVER_ERROR', says: 'the registry failed on its own side' },
    { body: ['oversized'], means: 'DCR_NOT_A_REGISTRY', says: 'the answer is larger than any answer of a registry' },
    {
        stage: ['ping'],
        status: 401,
        challenge: ['basic', 'bearer'],
        means: 'challenged',
        says: 'a registry that asks for a credential',
    },
    {
        stage: ['ping'],
        status: 401,
        challenge: ['malformed'],
        means: 'DCR_NOT_A_REGISTRY',
        says: 'the answer asks for a credential in a way that no registry client understands',
    },
    {
        stage: ['ping'],
        status: 401,
        means: 'DCR_NOT_A_REGISTRY',
        says: 'the answer is 401 but does not say how to log in',
    },
    { stage: ['ping'], status: 200, body: ['json', 'empty'], means: 'open', says: 'the registry lets anybody in' },
    {
        stage: ['ping'],
        status: 403,
        body: ['oci-error'],
        means: 'DCR_ACCESS_DENIED',
        says: 'the registry refuses this machine before it has seen a credential',
        remedy: 'Registries can be limited to certain networks: check the allowed addresses in the console.',
    },
    { stage: ['ping'], means: 'DCR_NOT_A_REGISTRY', says: 'what answers on this address is no registry' },
    {
        stage: CREDENTIAL,
        status: [400, 403],
        words: EXPIRED,
        means: 'DCR_CREDENTIAL_EXPIRED',
        says: 'the registry says that the credential has expired',
    },
    {
        stage: ['token'],
        status: 401,
        means: 'DCR_CREDENTIAL_REJECTED',
        says: 'the registry does not accept this username and password',
    },
    {
        stage: ['token'],
        status: 400,
        errorCode: ['INVALID_GRANT', 'UNAUTHORIZED'],
        means: 'DCR_CREDENTIAL_REJECTED',
        says: 'the token service does not accept this username and password',
    },
    {
        stage: ['auth'],
        scheme: 'basic',
        status: 401,
        means: 'DCR_CREDENTIAL_REJECTED',
        says: 'the registry does not accept this username and password',
    },
    { stage: CREDENTIAL, status: 403, means: 'DCR_ACCESS_DENIED', says: 'the registry refuses this account' },
    {
        stage: ['auth'],
        scheme: 'bearer',
        status: 401,
        challengeError: 'insufficient_scope',
        means: 'proven',
        says: 'the registry knows whose token it is, though it may do nothing here',
    },
    {
        stage: ['auth'],
        scheme: 'bearer',
        status: 401,
        means: 'DCR_SERVER_ERROR',
        says: 'the registry does not accept the token that its own token service gave',
        remedy: 'The clocks of registry and token service may differ. Ask support with the time and host of this message.',
    },
    {
        stage: ['auth'],
        status: 200,
        body: ['json', 'empty'],
        means: 'proven',
        says: 'the registry accepts the credential',
    },
    {
        stage: ['token'],
        status: 200,
        lists: ['token'],
        means: 'proven',
        says: 'the token service accepts the credential',
    },
    {
        stage: CREDENTIAL,
        means: 'DCR_NOT_A_REGISTRY',
        says: 'the answer to the credential is not one that a registry gives',
    },
    { stage: ['pull'], status: 200, lists: ['tags'], means: 'proven', says: 'the credential may pull' },
    { stage: ['push'], status: 202, means: 'proven', says: 'the credential may push' },
    {
        stage: ACTION,
        errorCode: ['NAME_UNKNOWN'],
        means: 'unknown',
        says: 'there is no repository of this name to ask in',
    },
    {
        stage: ACTION,
        status: 401,
        words: EXPIRED,
        means: 'DCR_CREDENTIAL_EXPIRED',
        says: 'the registry says that the credential has expired',
    },
    {
        stage: ['pull'],
        status: [401, 403],
        means: 'DCR_ACCESS_DENIED',
        says: 'the credential is right, but it may not pull here',
    },
    {
        stage: ['push'],
        status: [401, 403],
        means: 'DCR_ACCESS_DENIED',
        says: 'the credential is right, but it may not push here',
    },
    { stage: ACTION, means: 'unknown', says: 'the registry gave no usable answer' },
];
/** Every observation matches a row: the last row of each stage matches everything. */
function judge(observation) {
    const row = VERDICTS.find((candidate) => matches(candidate, observation));
    if (row === undefined)
        throw new errors/* DcrError */.ol('DCR_INTERNAL', { message: `no verdict for ${JSON.stringify(observation)}` });
    return row;
}
function isErrorCode(meaning) {
    return meaning.startsWith('DCR_');
}
/** The error of a verdict, for a person: what happened, to which registry, in whose words, what to do. */
function toError(row, context) {
    const { registry, observation, forms } = context;
    const { seen } = observation;
    const retryAfter = seen.kind === 'answer' ? seen.retryAfter : undefined;
    return new errors/* DcrError */.ol(row.means, {
        registry,
        message: `${registry}: ${row.says} (${describeObservation(observation, forms)})`,
        ...(row.remedy === undefined ? {} : { remedy: row.remedy }),
        ...(retryAfter === undefined ? {} : { retryAfter }),
    });
}
/** One line: the request and what came of it, the server's words quoted as data. */
function describeObservation(observation, forms) {
    const { seen, request } = observation;
    const asked = (0,masking/* quoteForeignText */._z)(request, forms);
    if (seen.kind === 'fault')
        return `${asked}: ${(0,masking/* quoteForeignText */._z)(seen.detail, forms)}, at stage ${seen.during}`;
    if (seen.kind === 'realm')
        return `realm "${(0,masking/* quoteForeignText */._z)(seen.realm, forms)}": ${(0,masking/* quoteForeignText */._z)(seen.why, forms)}`;
    if (seen.kind === 'redirect')
        return `${asked}: redirected to ${(0,masking/* quoteForeignText */._z)(seen.to, forms)}`;
    const words = (0,masking/* quoteForeignText */._z)([seen.errorCode, seen.message].filter(Boolean).join(' '), forms);
    const later = seen.retryAfter === undefined ? '' : `, come back in ${seen.retryAfter} s`;
    return `${asked}: ${seen.status}${words === '' ? '' : ` "${words}"`}${later}`;
}
function matches(row, { stage, anonymous, scheme, seen }) {
    const includes = (wanted, value) => wanted?.includes(value) ?? true;
    if (!includes(row.stage, stage) || (row.anonymous ?? anonymous) !== anonymous)
        return false;
    if ((row.scheme ?? scheme) !== scheme)
        return false;
    if (row.fault !== undefined)
        return seen.kind === 'fault' && row.fault.includes(seen.fault);
    if (row.redirect !== undefined)
        return seen.kind === 'redirect' && row.redirect.includes(seen.why);
    if (row.realm !== undefined)
        return seen.kind === 'realm';
    const { status, challenge, challengeError, body, lists, errorCode, words } = row;
    const needsAnswer = [status, challenge, challengeError, body, lists, errorCode, words].some((field) => field !== undefined);
    if (seen.kind !== 'answer')
        return !needsAnswer;
    const [from, to] = typeof status === 'number' ? [status, status] : (status ?? [0, 999]);
    return (seen.status >= from &&
        seen.status <= to &&
        includes(challenge, seen.challenge) &&
        (challengeError ?? seen.challengeError) === seen.challengeError &&
        includes(body, seen.body) &&
        includes(lists, seen.lists) &&
        includes(errorCode, seen.errorCode) &&
        (words?.test(seen.message) ?? true));
}
//# sourceMappingURL=verdict.js.map
;// CONCATENATED MODULE: ./packages/core/lib/registry/conversation.js







/**
 * Asks `GET /v2/` without a credential: https first, and plain http only for a loopback port that does not speak TLS.
 * Throws the code of the verdict when this is no registry, and `DCR_UNSAFE_REALM` before anything else is sent.
 */
async function findChallenge(context) {
    const { reference, patience, ports } = context;
    const ping = { method: 'GET', stage: 'ping', anonymous: true, scheme: 'none' };
    const ask = (origin) => (0,exchange/* exchange */.cv)({ ...ping, url: new URL('/v2/', origin) }, patience, ports);
    let base = await findBase(context);
    let { observation, response } = await ask(base);
    // A port that was too busy to answer the greeting was taken for one that speaks TLS, and has told otherwise now.
    if (reference.loopback && observation.seen.kind === 'fault' && observation.seen.fault === 'not-tls') {
        base = plainBase(reference);
        ({ observation, response } = await ask(base));
    }
    settle(observation, response, context);
    return judgeChallenge(readChallenge(response), base, context);
}
/** Everything that is asked of one registry with one credential: attaches it, or a token made from it, to requests. */
class Conversation {
    #context;
    #registry;
    #credential;
    #tokens = new Map();
    constructor(context, registry, credential) {
        this.#context = context;
        this.#registry = registry;
        this.#credential = credential;
    }
    get scheme() {
        return this.#registry.scheme;
    }
    /** Throws the code of the verdict. `path` is absolute on the registry's origin. */
    async ask(question) {
        const { stage, path, scopes = [], anonymous = false, method = 'GET', once = false } = question;
        const url = (0,safety/* locatePath */.oV)(path, this.#registry.base);
        const { scheme } = this.#registry;
        let authorization;
        if (scheme === 'bearer') {
            const token = await this.requestToken({ stage, scopes, anonymous });
            if (typeof token !== 'string')
                return token;
            authorization = `Bearer ${token}`;
        }
        else if (scheme === 'basic' && !anonymous) {
            authorization = this.#basic();
        }
        const asked = { stage, anonymous: anonymous || scheme === 'none', scheme, method, url, once };
        const attached = authorization === undefined ? {} : { authorization };
        const { observation, response } = await (0,exchange/* exchange */.cv)({ ...asked, ...attached }, this.#context.patience, this.#context.ports);
        return settle(observation, response, this.#context);
    }
    /** The same registry as the challenge of a refused answer shows it: some ask for a credential only to push. */
    async followChallenge(finding) {
        const registry = await judgeChallenge(readChallenge(finding.response), this.#registry.base, this.#context);
        return new Conversation(this.#context, registry, this.#credential);
    }
    /** Takes back an upload that was started. What goes wrong here is left to the registry, which expires uploads. */
    async cancelUpload(location, question) {
        const { base } = this.#registry;
        const url = new URL(location, base);
        if (!(0,safety/* isSameOrigin */.J6)(url, base))
            return;
        const path = `${url.pathname}${url.search}`;
        await this.ask({ ...question, stage: 'push', method: 'DELETE', path, once: true }).catch(() => undefined);
    }
    /**
     * A token for these scopes, from the judged realm only, or what was found instead. `stage` says on whose behalf: once
     * the credential is known to be right, a refused token is a refused action.
     */
    async requestToken(question) {
        const { stage, scopes, anonymous } = question;
        const { realm, service } = this.#registry;
        const key = JSON.stringify([anonymous, ...scopes]);
        const known = this.#tokens.get(key);
        if (known !== undefined || realm === undefined)
            return known ?? '';
        const account = anonymous ? {} : { username: this.#credential.username };
        const url = (0,registry_token/* buildTokenUrl */.Lv)({ realm, service, scopes, ...account });
        const authorization = anonymous ? {} : { authorization: this.#basic() };
        const asked = { stage, anonymous, scheme: 'bearer', method: 'GET', url, ...authorization };
        const { observation, response } = await (0,exchange/* exchange */.cv)(asked, this.#context.patience, this.#context.ports);
        const token = response?.status === 200 ? (0,registry_observation/* readToken */.AI)((0,registry_observation/* parseObject */.lj)(response.body)) : undefined;
        if (token === undefined)
            return settle(observation, response, this.#context);
        this.#tokens.set(key, token);
        return token;
    }
    /** The scopes that a refused request was missing, as its challenge says. */
    static readMissingScopes(finding) {
        const challenge = readChallenge(finding.response);
        return challenge === undefined ? [] : (0,registry_token/* readScopes */.Q9)(challenge);
    }
    #basic() {
        return (0,exchange/* encodeBasic */.rY)(this.#credential.username, this.#credential.password.reveal());
    }
}
function readChallenge(response) {
    return (0,challenge/* pickChallenge */.t)((0,challenge/* parseChallenges */.u)(response?.headers['www-authenticate'] ?? []));
}
function settle(observation, response, context) {
    const row = judge(observation);
    const { means } = row;
    const { forms, reference } = context;
    const description = `${row.says} (${describeObservation(observation, forms)})`;
    context.observe?.({ means, observation, description });
    if (isErrorCode(means))
        throw toError({ ...row, means }, { registry: reference.registry, observation, forms });
    return { means, observation, response, description };
}
async function judgeChallenge(challenge, base, context) {
    if (challenge === undefined)
        return { base, scheme: 'none', realm: undefined, service: undefined };
    if (challenge.scheme === 'basic')
        return { base, scheme: 'basic', realm: undefined, service: undefined };
    const { reference, allowedRealms: allowed } = context;
    const realm = challenge.parameters['realm'] ?? '';
    const answer = await (0,safety/* judgeRealm */.vi)({ realm, reference, origin: base, allowed });
    if (answer.safe)
        return { base, scheme: 'bearer', realm: answer.url, service: challenge.parameters['service'] };
    const seen = { kind: 'realm', realm, why: answer.why };
    const observation = {
        stage: 'ping',
        anonymous: true,
        scheme: 'bearer',
        request: `GET ${base.origin}/v2/`,
        seen,
    };
    settle(observation, undefined, context);
    return { base, scheme: 'none', realm: undefined, service: undefined };
}
//# sourceMappingURL=conversation.js.map

/***/ }),

/***/ 7036:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cv: () => (/* binding */ exchange),
/* harmony export */   rY: () => (/* binding */ encodeBasic),
/* harmony export */   ul: () => (/* binding */ REQUEST_LIMIT)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var _ports_http_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9008);
/* harmony import */ var _observation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7967);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2867);
/* harmony import */ var _safety_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8891);





/** No single request may take longer, whatever the command's own time limit is. In milliseconds. */
const REQUEST_LIMIT = 30_000;
/**
 * Asks one question: retries by the table, follows redirects on the same origin by hand, and never takes the credential
 * to another one. Never throws for what the network or the server does: it is observed.
 */
async function exchange(question, patience, ports) {
    const { clock } = ports;
    for (let tries = 1;; tries += 1) {
        const left = patience.deadline - clock.now();
        const { seen, response } = left <= 0 ? outOfTime() : await followRedirects(question, { ...patience, left }, ports);
        const outcome = readOutcome(seen);
        const answer = outcome === undefined || question.once === true
            ? { again: false }
            : (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .decideRetry */ .tE)({
                outcome,
                tries,
                retries: patience.retries,
                left: patience.deadline - clock.now(),
                random: clock.random(),
            });
        if (!answer.again || patience.signal?.aborted === true) {
            const { stage, anonymous, scheme, method, url } = question;
            const request = `${method} ${url.origin}${url.pathname}`;
            return { observation: { stage, anonymous, scheme, request, seen }, response };
        }
        await clock.sleep(answer.pause, patience.signal);
    }
}
/** `Basic` of RFC 7617, in UTF-8 as every registry reads it. */
function encodeBasic(username, password) {
    return `Basic ${node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(`${username}:${password}`).toString('base64')}`;
}
async function followRedirects(question, patience, ports) {
    const end = ports.clock.now() + Math.min(patience.left, REQUEST_LIMIT);
    let { url } = question;
    for (let hops = 0;; hops += 1) {
        const attempt = await sendOnce({ ...question, url }, { end, signal: patience.signal }, ports);
        const location = attempt.response?.headers['location']?.[0];
        const status = attempt.response?.status ?? 0;
        if (![301, 302, 303, 307, 308].includes(status) || location === undefined)
            return attempt;
        const target = parseLocation(location, url);
        if (target === undefined)
            return stopAt(location, 'malformed');
        if (!(0,_safety_js__WEBPACK_IMPORTED_MODULE_2__/* .isSameOrigin */ .J6)(target, url))
            return stopAt(target.origin, 'other-origin');
        if (hops >= _safety_js__WEBPACK_IMPORTED_MODULE_2__/* .REDIRECT_LIMIT */ .PZ)
            return stopAt(`${target.origin}${target.pathname}`, 'loop');
        url = target;
    }
}
async function sendOnce(question, bounds, ports) {
    const { method, url, authorization } = question;
    const { clock, http } = ports;
    const headers = {
        accept: 'application/json',
        'accept-encoding': 'gzip',
        'user-agent': 'dcr-login',
        ...(authorization === undefined ? {} : { authorization }),
        ...(method === 'POST' ? { 'content-length': '0' } : {}),
    };
    const signal = bounds.signal === undefined ? {} : { signal: bounds.signal };
    try {
        const timeout = Math.max(1, bounds.end - clock.now());
        const response = await http.request({ method, url, headers, timeout, ...signal });
        const retryAfter = (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRetryAfter */ .mu)(response.headers['retry-after']?.[0], clock.now());
        return { response, seen: (0,_observation_js__WEBPACK_IMPORTED_MODULE_3__/* .describeAnswer */ .O1)(response, retryAfter) };
    }
    catch (thrown) {
        if (!(thrown instanceof _ports_http_js__WEBPACK_IMPORTED_MODULE_4__/* .HttpFault */ .F))
            throw thrown;
        const { kind: fault, during, detail } = thrown;
        return { response: undefined, seen: { kind: 'fault', fault, during, detail } };
    }
}
function readOutcome(seen) {
    if (seen.kind === 'fault')
        return { fault: seen.fault };
    return seen.kind === 'answer' ? { status: seen.status, retryAfter: seen.retryAfter } : undefined;
}
function parseLocation(location, base) {
    try {
        return new URL(location, base);
    }
    catch {
        return undefined;
    }
}
function stopAt(to, why) {
    return { response: undefined, seen: { kind: 'redirect', to, why } };
}
function outOfTime() {
    const detail = 'no time was left for this request';
    return { response: undefined, seen: { kind: 'fault', fault: 'timeout', during: 'connect', detail } };
}
//# sourceMappingURL=exchange.js.map

/***/ }),

/***/ 7967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AI: () => (/* binding */ readToken),
/* harmony export */   NU: () => (/* binding */ readRepositories),
/* harmony export */   O1: () => (/* binding */ describeAnswer),
/* harmony export */   lj: () => (/* binding */ parseObject)
/* harmony export */ });
/* harmony import */ var _challenge_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5996);

/** What an answer says, without what it means. */
function describeAnswer(response, retryAfter) {
    const body = parseBody(response);
    const fields = response.headers['www-authenticate'] ?? [];
    const picked = (0,_challenge_js__WEBPACK_IMPORTED_MODULE_0__/* .pickChallenge */ .t)((0,_challenge_js__WEBPACK_IMPORTED_MODULE_0__/* .parseChallenges */ .u)(fields));
    return {
        kind: 'answer',
        status: response.status,
        challenge: picked?.scheme ?? (fields.length === 0 ? 'none' : 'malformed'),
        challengeError: picked?.parameters['error'],
        retryAfter,
        ...body,
    };
}
/** The JSON object of a body, or undefined for anything else. */
function parseObject(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null && !Array.isArray(value)
            ? value
            : undefined;
    }
    catch {
        return undefined;
    }
}
function parseBody(response) {
    const text = response.body.trim();
    const nothing = { lists: 'nothing', errorCode: undefined, message: '' };
    if (response.truncated)
        return { ...nothing, body: 'oversized' };
    if (text === '')
        return { ...nothing, body: 'empty' };
    const json = parseObject(text);
    if (json === undefined) {
        return { ...nothing, body: text.startsWith('<') ? 'html' : 'text', message: stripMarkup(text) };
    }
    const lists = nameContent(json);
    const errors = json['errors'];
    const first = Array.isArray(errors) ? errors[0] : undefined;
    if (typeof first === 'object' && first !== null && 'code' in first && typeof first.code === 'string') {
        const message = 'message' in first && typeof first.message === 'string' ? first.message : '';
        return { body: 'oci-error', lists, errorCode: first.code.toUpperCase(), message };
    }
    // Token services answer in OAuth's shape (RFC 6749 §5.2) or with `details`, which docker accepts as well.
    const words = [json['error_description'], json['details'], json['message'], json['error']];
    const oauth = typeof json['error'] === 'string' ? json['error'].toUpperCase() : undefined;
    return { body: 'json', lists, errorCode: oauth, message: words.find((word) => typeof word === 'string') ?? '' };
}
function nameContent(json) {
    if (readToken(json) !== undefined)
        return 'token';
    if (readRepositories(json) !== undefined)
        return 'repositories';
    // A repository whose tags are all gone answers null (registries written in Go).
    return Array.isArray(json['tags']) || json['tags'] === null ? 'tags' : 'nothing';
}
/**
 * `token` and `access_token` are equivalent: https://distribution.github.io/distribution/spec/auth/token/
 * What a header cannot carry is no token (https://www.rfc-editor.org/rfc/rfc6750#section-2.1): a line break would end it.
 */
function readToken(json) {
    return [json?.['access_token'], json?.['token']].find((value) => typeof value === 'string' && /^[!-~]+$/u.test(value));
}
function readRepositories(json) {
    const names = json?.['repositories'];
    return Array.isArray(names) && names.every((name) => typeof name === 'string') ? names : undefined;
}
function stripMarkup(text) {
    const title = /<title[^>]*>([^<]*)/iu.exec(text)?.[1];
    return title ?? (text.startsWith('<') ? '' : text.slice(0, 1000));
}
//# sourceMappingURL=observation.js.map

/***/ }),

/***/ 727:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ proveCredential)
/* harmony export */ });
/* harmony import */ var _conversation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7614);
/* harmony import */ var _observation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7967);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3256);
/* harmony import */ var _token_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6200);




/** The name that is asked in when nothing exists and `allowCreate` is on. */
const PROBE_REPOSITORY = 'dcr-login-probe';
/**
 * Proves what the credential may do, in the order auth → name → pull → push, and changes nothing on the registry: an
 * upload that was started is cancelled.
 * Throws the code of the first refusal, of a network that cannot be asked, or of a server that is no registry.
 */
async function proveCredential(question, registry, context) {
    const { action, credential, allowCreate = false } = question;
    const conversation = new _conversation_js__WEBPACK_IMPORTED_MODULE_0__/* .Conversation */ .s(context, registry, credential);
    const auth = await proveIdentity(conversation);
    const catalog = await askName(conversation, { reference: context.reference, needed: action !== 'auth' });
    const repository = question.repository ?? catalog.first ?? (allowCreate ? PROBE_REPOSITORY : undefined);
    const asked = action === 'auth' || repository === undefined
        ? { auth, pull: null, push: null, publicPull: false, doubts: action === 'auth' ? [] : [NO_REPOSITORY] }
        : await proveAccess(conversation, { action, auth, allowCreate, repository, reference: context.reference });
    return {
        scheme: registry.scheme,
        proven: { auth: asked.auth, pull: asked.pull, push: asked.push },
        name: catalog.name,
        publicPull: asked.publicPull,
        repository,
        doubts: asked.auth ? asked.doubts : [...asked.doubts, ANYBODY],
    };
}
const NO_REPOSITORY = 'no repository to ask in is known; name one with --repository';
const ANYBODY = 'the registry gives anybody the same answers, so the credential itself is not proved';
async function proveAccess(conversation, question) {
    const { auth, repository } = question;
    const path = joinPath(question.reference, repository);
    const { mine, publicPull } = await askPull(conversation, path);
    const pulled = mine.means === 'proven' || publicPull;
    const pull = pulled ? true : null;
    const doubts = pulled ? [] : [`pull from ${repository}: ${mine.description}`];
    if (question.action === 'pull')
        return { auth, pull, push: null, publicPull, doubts };
    if (!pulled && !question.allowCreate) {
        doubts.push(`push was not asked: it may create ${repository}; allow that with --allow-create`);
        return { auth, pull, push: null, publicPull, doubts };
    }
    // Where anybody is let in, the right to push proves something only if a stranger is refused it.
    const stranger = auth ? undefined : await askPush(conversation, path, true);
    const asksNow = stranger?.means === 'closed' && conversation.scheme === 'none';
    const challenged = asksNow ? await conversation.followChallenge(stranger) : conversation;
    const pushed = await askPush(challenged, path, false);
    const push = pushed.means === 'proven' ? true : null;
    if (push === null)
        doubts.push(`push to ${repository}: ${pushed.description}`);
    return { auth: auth || (stranger?.means === 'closed' && push === true), pull, push, publicPull, doubts };
}
/** True when the credential got an answer that the same request without it did not get. */
async function proveIdentity(conversation) {
    if (conversation.scheme === 'none')
        return false;
    const question = { stage: 'auth', path: '/v2/' };
    if (conversation.scheme === 'basic')
        return (await conversation.ask(question)).means === 'proven';
    const token = { stage: 'token', scopes: [] };
    const [, stranger] = await Promise.all([
        conversation.requestToken({ ...token, anonymous: false }),
        conversation.requestToken({ ...token, anonymous: true }),
    ]);
    const accepted = (await conversation.ask(question)).means === 'proven';
    if (typeof stranger !== 'string')
        return accepted && stranger.means === 'closed';
    return accepted && (await conversation.ask({ ...question, anonymous: true })).means === 'closed';
}
/** DCR's catalogue of one registry. It is no OCI endpoint: whatever is not an unmistakable answer counts as none. */
async function askName(conversation, context) {
    const { name } = context.reference;
    // Without a name there is none to be wrong; the catalogue of the host is asked only to find a repository.
    if (name === '' && !context.needed)
        return { name: null, first: undefined };
    const path = name === '' ? '/v2/_catalog' : `/v2/${name}/_catalog`;
    const stage = name === '' ? 'pull' : 'name';
    let finding = await askCatalog(conversation, { stage, path });
    const missing = finding === undefined ? [] : _conversation_js__WEBPACK_IMPORTED_MODULE_0__/* .Conversation */ .s.readMissingScopes(finding);
    const scopes = missing.filter((scope) => isScopeOf(name, scope));
    if (finding?.means !== 'proven' && scopes.length > 0)
        finding = await askCatalog(conversation, { stage, path, scopes });
    const repositories = (0,_observation_js__WEBPACK_IMPORTED_MODULE_1__/* .readRepositories */ .NU)((0,_observation_js__WEBPACK_IMPORTED_MODULE_1__/* .parseObject */ .lj)(finding?.response?.body ?? ''));
    const prefix = name === '' ? '' : `${name}/`;
    const below = repositories?.map((listed) => (listed.startsWith(prefix) ? listed.slice(prefix.length) : listed));
    return { name: name !== '' && finding?.means === 'proven' ? true : null, first: below?.find(_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isRepositoryName */ .en) };
}
/** One token service may serve many: a registry gets no token for what is not its own, whatever its challenge wants. */
function isScopeOf(name, scope) {
    const resource = scope.split(':')[1] ?? '';
    return resource === 'catalog' || (name !== '' && (resource === name || resource.startsWith(`${name}/`)));
}
async function askCatalog(conversation, question) {
    if (question.stage === 'name')
        return conversation.ask({ ...question, once: true });
    // The host's own catalogue usually needs an administrator: that it is refused says nothing about the credential.
    return conversation.ask({ ...question, once: true }).catch(() => undefined);
}
async function askPull(conversation, path) {
    const question = { stage: 'pull', path: `/v2/${path}/tags/list`, scopes: [(0,_token_js__WEBPACK_IMPORTED_MODULE_3__/* .repositoryScope */ .F7)(path, 'pull')] };
    const [mine, stranger] = await Promise.all([
        conversation.ask(question),
        conversation.ask({ ...question, anonymous: true, once: true }),
    ]);
    return { mine, publicPull: stranger.means === 'open' };
}
async function askPush(conversation, path, anonymous) {
    const scopes = [(0,_token_js__WEBPACK_IMPORTED_MODULE_3__/* .repositoryScope */ .F7)(path, 'pull,push')];
    const stage = 'push';
    const finding = await conversation.ask({
        stage,
        path: `/v2/${path}/blobs/uploads/`,
        method: 'POST',
        scopes,
        anonymous,
    });
    const location = finding.response?.headers['location']?.[0];
    if (finding.response?.status === 202 && location !== undefined) {
        await conversation.cancelUpload(location, { scopes, anonymous });
    }
    return finding;
}
function joinPath({ name }, repository) {
    return name === '' ? repository : `${name}/${repository}`;
}
//# sourceMappingURL=probe.js.map

/***/ }),

/***/ 3256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   cW: () => (/* binding */ isLoopbackHost),
/* harmony export */   en: () => (/* binding */ isRepositoryName),
/* harmony export */   l5: () => (/* binding */ parseRegistry),
/* harmony export */   zX: () => (/* binding */ DCR_HOST)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7706);

const DCR_HOST = 'dcr.nexqloud.io';
/** Docker Hub is the one host whose address, protocol host and credential key differ. */
const HUB = { host: 'docker.io', apiHost: 'registry-1.docker.io', key: 'https://index.docker.io/v1/' };
const HUB_HOSTS = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io', 'registry.hub.docker.com']);
const LABEL = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';
const HOST = new RegExp(String.raw `^(?:${LABEL}(?:\.${LABEL})*|\[[0-9a-f:.]+\])(?::([0-9]{1,5}))?$`, 'u');
// https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests
const SEGMENT = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const NAME = new RegExp(`^${SEGMENT}(?:/${SEGMENT})*$`, 'u');
/** Throws `DCR_INPUT_INVALID`. Nothing ever falls back to a default host. */
function parseRegistry(given) {
    const tidied = [];
    let rest = given.trim();
    if (rest === '')
        refuse('no registry is named (the value is empty)');
    // The value itself is not repeated: what stands before the @ may be a password, and that may hold any character.
    if (rest.includes('@'))
        refuse('the registry address contains an "@": user information, tag or digest do not belong there');
    const scheme = /^([a-z][a-z0-9+.-]*):\/\//iu.exec(rest);
    if (scheme !== null) {
        if (!/^https?$/iu.test(scheme[1] ?? ''))
            refuse(`"${given}" has the scheme ${scheme[1]}, a registry is reached by https`);
        rest = rest.slice(scheme[0].length);
        tidied.push(`the scheme ${scheme[0]} was dropped`);
    }
    const withoutSlash = rest.replace(/\/+$/u, '');
    if (withoutSlash !== rest)
        tidied.push('the trailing slash was dropped');
    const [givenHost = '', ...path] = withoutSlash.split('/');
    const host = checkHost(givenHost, given, tidied);
    const name = checkName(host, path.join('/'), given);
    const registry = name === '' ? host : `${host}/${name}`;
    const hub = host === HUB.host;
    return {
        registry,
        host,
        name,
        apiHost: hub ? HUB.apiHost : host,
        key: hub ? HUB.key : host,
        loopback: isLoopbackHost(host),
        tidied,
    };
}
/** 127.0.0.0/8, ::1 and localhost: docker's own list of hosts that may speak plain http. */
function isLoopbackHost(host) {
    const bare = host.replace(/:\d+$/u, '').replace(/^\[|\]$/gu, '');
    return bare === 'localhost' || bare === '::1' || /^127(?:\.\d{1,3}){3}$/u.test(bare);
}
/** Whether it may stand in the path of a request: a registry can list anything. */
function isRepositoryName(text) {
    return NAME.test(text);
}
/** Throws `DCR_INPUT_INVALID` for what is no repository below a registry. Returns it without the registry's own name. */
function parseRepository(given, reference) {
    const prefixes = [`${reference.registry}/`, `${reference.name}/`].filter((prefix) => prefix !== '/');
    const prefix = prefixes.find((candidate) => given.startsWith(candidate)) ?? '';
    const repository = given.slice(prefix.length);
    if (!NAME.test(repository)) {
        refuse(`"${given}" is not a repository of ${reference.registry}: lower-case words joined by / . _ -, without a tag`);
    }
    return repository;
}
function checkHost(givenHost, given, tidied) {
    const lower = givenHost.toLowerCase();
    if (lower !== givenHost)
        tidied.push('the host was put in lower case');
    const host = lower.replace(/\.(?=$|:)/u, '');
    if (host !== lower)
        tidied.push('the trailing dot of the host was dropped');
    const match = HOST.exec(host);
    const port = match?.[1] === undefined ? undefined : Number(match[1]);
    if (match === null || port === 0 || (port ?? 1) > 65_535)
        refuse(`"${given}" does not start with a host name`);
    // The rule by which docker tells a host from a path on Docker Hub.
    if (!/[.:]/u.test(host) && host !== 'localhost') {
        refuse(`"${given}" names no host; write the whole address, for DCR ${DCR_HOST}/${host}`);
    }
    return HUB_HOSTS.has(host) ? HUB.host : host;
}
function checkName(host, path, given) {
    if (host === HUB.host && /^v[12]$/u.test(path))
        return '';
    if (host === DCR_HOST && path === '') {
        refuse(`"${given}" names the host but no registry; write ${DCR_HOST}/<registry-name>`);
    }
    if (path === '')
        return '';
    if (/:[^/]*$/u.test(path))
        refuse(`"${given}" carries a tag; a registry has none`);
    if (path !== path.toLowerCase() && NAME.test(path.toLowerCase())) {
        refuse(`the registry name in "${given}" must be lower case: ${host}/${path.toLowerCase()}`);
    }
    if (!NAME.test(path))
        refuse(`"${given}" has a registry name that the registry protocol does not allow`);
    if (host === DCR_HOST && path.includes('/')) {
        const first = path.slice(0, path.indexOf('/'));
        refuse(`"${given}" names a repository; the registry is ${DCR_HOST}/${first}`);
    }
    return path;
}
function refuse(message) {
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DcrError */ .ol('DCR_INPUT_INVALID', {
        message,
        remedy: `Name the registry as host/name, for example ${DCR_HOST}/acme. dcr-login never falls back to another host.`,
    });
}
//# sourceMappingURL=reference.js.map

/***/ }),

/***/ 2867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QM: () => (/* binding */ AFTER_MINTING),
/* harmony export */   m6: () => (/* binding */ parseHttpDate),
/* harmony export */   mu: () => (/* binding */ parseRetryAfter),
/* harmony export */   tE: () => (/* binding */ decideRetry)
/* harmony export */ });
/** What is worth a second try. Everything else is an answer: a rejected credential is sent exactly once. */
const RETRIED = {
    faults: ['dns', 'connect', 'reset', 'timeout'],
    statuses: { exact: [408, 429], from: 500 },
    /** First pause in milliseconds; doubled each time, halved at random so that a hundred jobs do not come back at once. */
    firstPause: 500,
    longestPause: 15_000,
};
/**
 * The one exception: a registry of several machines may not know yet what was minted a moment ago, so a credential that an
 * issuer has just given may be refused at first. Milliseconds; the pause doubles.
 */
const AFTER_MINTING = { window: 10_000, firstPause: 1000 };
/** Thirty years in seconds: later is as good as never, and numbers stay exact. */
const LATEST = 1_000_000_000;
/** `Retry-After` is honoured; where it lies beyond the deadline, waiting would be in vain and the command ends at once. */
function decideRetry(question) {
    const { outcome, tries, retries, left } = question;
    if (!isWorthRetrying(outcome) || tries > retries)
        return { again: false };
    const backoff = Math.min(RETRIED.firstPause * 2 ** (tries - 1), RETRIED.longestPause);
    const asked = 'retryAfter' in outcome && outcome.retryAfter !== undefined ? outcome.retryAfter * 1000 : 0;
    const pause = Math.max(asked, Math.round(backoff / 2 + (backoff / 2) * question.random));
    return pause < left ? { again: true, pause } : { again: false };
}
/**
 * Seconds from `now` (ms since the epoch) that a `Retry-After` field names, as delta or as HTTP date
 * (https://www.rfc-editor.org/rfc/rfc9110#field.retry-after).
 */
function parseRetryAfter(value, now) {
    if (value === undefined)
        return undefined;
    if (/^\d+$/u.test(value.trim()))
        return Math.min(Number(value.trim()), LATEST);
    const at = parseHttpDate(value);
    return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now) / 1000));
}
/** Milliseconds since the epoch, NaN for anything else: https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7 */
function parseHttpDate(value) {
    // Date.parse reads no clock, and takes the three formats of RFC 9110; a bare number would be read as a year.
    // oxlint-disable-next-line no-restricted-globals
    return /^[A-Z][a-z]+,? /u.test(value.trim()) ? Date.parse(value) : Number.NaN;
}
function isWorthRetrying(outcome) {
    if ('fault' in outcome)
        return RETRIED.faults.includes(outcome.fault);
    return RETRIED.statuses.exact.includes(outcome.status) || outcome.status >= RETRIED.statuses.from;
}
//# sourceMappingURL=retry.js.map

/***/ }),

/***/ 8891:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J6: () => (/* binding */ isSameOrigin),
/* harmony export */   PZ: () => (/* binding */ REDIRECT_LIMIT),
/* harmony export */   oV: () => (/* binding */ locatePath),
/* harmony export */   vi: () => (/* binding */ judgeRealm)
/* harmony export */ });
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3256);

/** Redirects on one origin that are followed; a real registry needs one at most. */
const REDIRECT_LIMIT = 5;
/**
 * May the credential be sent to this realm? Only over https (http where the registry itself is loopback http), and only
 * to the registry's own host, one of the same registrable domain, or one that the user named. The Public Suffix List
 * counts with its private part: two tenants of one hosting domain are strangers (https://publicsuffix.org).
 */
async function judgeRealm(question) {
    const { realm, origin, reference } = question;
    let url;
    try {
        url = new URL(realm);
    }
    catch {
        return refuse('it is no absolute URL');
    }
    if (url.username !== '' || url.password !== '')
        return refuse('it carries user information');
    const plainLoopback = url.protocol === 'http:' && origin.protocol === 'http:' && (0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoopbackHost */ .cW)(url.host);
    if (url.protocol !== 'https:' && !plainLoopback)
        return refuse(`it would be sent over ${url.protocol}// unencrypted`);
    const named = question.allowed.map((host) => host.toLowerCase());
    if (named.includes(url.host) || named.includes(url.hostname))
        return { safe: true, url };
    if (url.hostname === origin.hostname)
        return { safe: true, url };
    if (await shareRegistrableDomain(url.hostname, origin.hostname))
        return { safe: true, url };
    return refuse(`${url.host} is another site than ${reference.host}`);
}
/** Scheme, host and port are the same: only then may a redirect carry the credential along. */
function isSameOrigin(a, b) {
    return a.protocol === b.protocol && a.host === b.host && b.username === '' && b.password === '';
}
/** Always on the registry's origin: resolved like a link, a path that begins with `//` would name another host. */
function locatePath(path, base) {
    const url = new URL(base);
    const mark = path.indexOf('?');
    url.pathname = mark < 0 ? path : path.slice(0, mark);
    url.search = mark < 0 ? '' : path.slice(mark);
    return url;
}
async function shareRegistrableDomain(a, b) {
    // Loaded only here: the list costs about 30 ms, and on most registries the hosts are the same.
    const { getDomain } = await __webpack_require__.e(/* import() */ 935).then(__webpack_require__.t.bind(__webpack_require__, 935, 19));
    const options = { allowPrivateDomains: true, extractHostname: false };
    const domain = getDomain(a, options);
    return domain !== null && domain === getDomain(b, options);
}
function refuse(why) {
    return { safe: false, why };
}
//# sourceMappingURL=safety.js.map

/***/ }),

/***/ 6200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F7: () => (/* binding */ repositoryScope),
/* harmony export */   Lv: () => (/* binding */ buildTokenUrl),
/* harmony export */   Q9: () => (/* binding */ readScopes)
/* harmony export */ });
/**
 * Address of a token request in its GET form, which every token service answers. The realm may hold a query of its
 * own: it is added to, not replaced. Without `username` it is the question anybody could ask.
 * Source: https://distribution.github.io/distribution/spec/auth/token/
 */
function buildTokenUrl(request) {
    const url = new URL(request.realm);
    if (request.service !== undefined && request.service !== '')
        url.searchParams.set('service', request.service);
    for (const scope of request.scopes)
        url.searchParams.append('scope', scope);
    if (request.username !== undefined)
        url.searchParams.set('account', request.username);
    return url;
}
/** The scopes that a challenge asks for; several stand in one parameter, separated by spaces. */
function readScopes(challenge) {
    return (challenge.parameters['scope'] ?? '').split(' ').filter((scope) => scope !== '');
}
/** https://distribution.github.io/distribution/spec/auth/scope/ */
function repositoryScope(path, actions) {
    return `repository:${path}:${actions}`;
}
//# sourceMappingURL=token.js.map

/***/ }),

/***/ 4999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ groupByApi)
/* harmony export */ });
/** The items by API, in their order. (`Map.groupBy` came with Node 21.) */
function groupByApi(items, api) {
    const lanes = new Map();
    for (const item of items) {
        const lane = lanes.get(api(item));
        if (lane === undefined)
            lanes.set(api(item), [item]);
        else
            lane.push(item);
    }
    return lanes;
}
//# sourceMappingURL=lanes.js.map

/***/ }),

/***/ 3132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MR: () => (/* binding */ findStep),
/* harmony export */   QB: () => (/* binding */ DONE_STATES),
/* harmony export */   p7: () => (/* binding */ LAW),
/* harmony export */   xj: () => (/* binding */ sliceLaw)
/* harmony export */ });
/* unused harmony export TARGET_LAW */
/**
 * The order of a rotation, as data. The engine walks this table, the crash tests kill at every row of it, and the diagram
 * in ROTATION.md is drawn from it. Nothing else knows the order.
 */
const LAW = [
    {
        step: 'lock',
        from: 'idle',
        to: 'locked',
        says: 'take the lock of this rotation',
        touches: 'state directory, and a Lease where a cluster is at hand',
        changes: false,
        each: 'once',
        failure: 'refused',
    },
    {
        step: 'recover',
        from: 'locked',
        to: 'recovered',
        says: 'read what a run before this one left',
        touches: 'state directory',
        changes: false,
        each: 'once',
        failure: 'refused',
    },
    {
        step: 'inspect',
        from: 'recovered',
        to: 'inspected',
        says: 'look at every target with the permissions that the write will have',
        touches: 'targets',
        changes: false,
        each: 'target',
        failure: 'refused',
    },
    {
        step: 'plan',
        from: 'inspected',
        to: 'planned',
        says: 'refuse what can be known to fail',
        touches: 'nothing',
        changes: false,
        after: 'opened',
        each: 'once',
        failure: 'refused',
    },
    {
        step: 'issue',
        from: 'planned',
        to: 'issued',
        says: 'ask the issuer for the new credential',
        touches: 'issuer',
        changes: true,
        before: 'issuing',
        after: 'issued',
        refused: 'refused',
        each: 'once',
        failure: 'resumable',
    },
    {
        step: 'prove',
        from: 'issued',
        to: 'proved',
        says: 'prove that the new credential opens the registry',
        touches: 'registry',
        changes: false,
        after: 'proved',
        each: 'once',
        failure: 'resumable',
    },
    {
        step: 'write',
        from: 'proved',
        to: 'written',
        says: 'store the new credential and check it',
        touches: 'targets',
        changes: true,
        before: 'writing',
        after: 'wrote',
        each: 'target',
        failure: 'target',
    },
    {
        step: 'confirm',
        from: 'written',
        to: 'confirmed',
        says: 'with every target of every shard done, prove the new credential again',
        touches: 'registry',
        changes: false,
        after: 'confirmed',
        each: 'once',
        failure: 'resumable',
        unless: 'shard',
    },
    {
        step: 'wait',
        from: 'confirmed',
        to: 'waited',
        says: 'let whoever still uses the old credential finish',
        touches: 'nothing',
        changes: false,
        before: 'waiting',
        each: 'once',
        failure: 'resumable',
        unless: 'cannot retire',
    },
    {
        step: 'retire',
        from: 'waited',
        to: 'retired',
        says: 'end the old credential',
        touches: 'issuer',
        changes: true,
        before: 'retiring',
        after: 'retired',
        each: 'name',
        failure: 'resumable',
        unless: 'cannot retire',
    },
    {
        step: 'finish',
        from: 'retired',
        to: 'done',
        says: 'try the old credential and report',
        touches: 'registry',
        changes: false,
        after: 'ended',
        each: 'once',
        failure: 'resumable',
        unless: 'shard',
    },
];
/** `skipped` is another shard's. A new generation puts every target back to `pending`. */
const TARGET_LAW = [
    { from: 'pending', to: 'skipped', when: 'it belongs to another shard' },
    { from: 'pending', to: 'unchanged', when: 'it holds the new credential already, by reading it' },
    { from: 'pending', to: 'writing', when: 'the intent is on disk' },
    { from: 'writing', to: 'updated', when: 'it was written, and the check does not say otherwise' },
    { from: 'writing', to: 'failed', when: 'it refused, or does not hold what was written' },
    { from: 'writing', to: 'pending', when: 'the run died: --resume looks at it again and writes again' },
    { from: 'failed', to: 'pending', when: '--resume' },
    { from: 'updated', to: 'pending', when: 'another credential was issued (generation n + 1)' },
    { from: 'unchanged', to: 'pending', when: 'another credential was issued (generation n + 1)' },
];
/** The old credential may be retired when every target of every shard is in one of these. */
const DONE_STATES = new Set(['updated', 'unchanged']);
/** The steps from the first to the second, both included, in the order of the law. */
function sliceLaw(from, to) {
    const names = LAW.map(({ step }) => step);
    return LAW.slice(names.indexOf(from), names.indexOf(to) + 1);
}
function findStep(name) {
    return LAW.find(({ step }) => step === name);
}
//# sourceMappingURL=law.js.map

/***/ }),

/***/ 2994:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Us: () => (/* binding */ findLimits),
/* harmony export */   Y4: () => (/* binding */ estimateTime)
/* harmony export */ });
/* unused harmony export LIMITS */
/* harmony import */ var _lanes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4999);

const MINUTE = 60_000;
const FREE = { writeGap: 0, windows: [] };
const LIMITS = {
    // https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits and
    // https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api: serial, a second between writes
    'github-secret': {
        atOnce: 1,
        writeGap: 1000,
        windows: [
            { of: 'writes', count: 80, span: MINUTE },
            { of: 'writes', count: 500, span: 60 * MINUTE },
        ],
        guess: 1500,
    },
    // https://docs.gitlab.com/user/gitlab_com/#rate-limits-on-gitlabcom: authenticated API traffic of one user
    'gitlab-variable': {
        atOnce: 4,
        writeGap: 0,
        windows: [{ of: 'requests', count: 2000, span: MINUTE }],
        guess: 1500,
    },
    'jenkins-credential': { ...FREE, atOnce: 4, guess: 1000 },
    'kubernetes-secret': { ...FREE, atOnce: 16, guess: 100 },
    'docker-config': { ...FREE, atOnce: 4, guess: 50 },
    'vault-kv': { ...FREE, atOnce: 8, guess: 200 },
    exec: { ...FREE, atOnce: 4, guess: 1000 },
};
/** Servers of one's own (GitHub Enterprise Server, self-managed GitLab) have the published limits off by default. */
const PUBLISHED_HOSTS = {
    'github-secret': /^api\.(?:github\.com|[a-z0-9-]+\.ghe\.com)$/u,
    'gitlab-variable': /^gitlab\.com$/u,
};
function findLimits({ type, api }) {
    const limits = LIMITS[type];
    const published = PUBLISHED_HOSTS[type];
    return published === undefined || published.test(api) ? limits : { ...limits, ...FREE };
}
/** How long the writes of these targets will take, API by API; they run beside each other. */
function estimateTime(targets) {
    const lanes = (0,_lanes_js__WEBPACK_IMPORTED_MODULE_0__/* .groupByApi */ .l)(targets, ({ api }) => api);
    return [...lanes].map(([api, list]) => {
        const [first] = list;
        const { atOnce, writeGap, windows, guess } = findLimits(first);
        const writes = list.reduce((sum, { writes: names }) => sum + names.length, 0);
        const floors = windows.map(({ count, span }) => Math.floor((writes - 1) / count) * span);
        const time = Math.max((list.length * guess) / atOnce, (writes - 1) * writeGap, ...floors);
        return { api, targets: list.length, seconds: Math.max(1, Math.ceil(time / 1000)) };
    });
}
//# sourceMappingURL=limits.js.map

/***/ }),

/***/ 8193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cs: () => (/* binding */ makePlan),
/* harmony export */   YY: () => (/* binding */ refuseChanges),
/* harmony export */   vS: () => (/* binding */ parsePlan)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7706);
/* harmony import */ var _law_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3132);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2994);



function makePlan({ targets, ...rest }) {
    const { shard, issuer, settled } = rest;
    const planned = targets.map(({ target: { id, type }, state, facts }) => {
        if (facts instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DcrError */ .ol) {
            const { code, message, remedy } = facts;
            const refused = { code, message, remedy };
            return { id, type, state, exists: false, version: null, unknown: [], refused };
        }
        const { exists = true, version = null, unknown = [] } = facts ?? {};
        return { id, type, state, exists, version, unknown };
    });
    const open = targets.filter(({ state, facts }) => isOpen(state) && !(facts instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DcrError */ .ol));
    const effects = _law_js__WEBPACK_IMPORTED_MODULE_1__/* .LAW */ .p7.flatMap(({ step, touches, changes, each, unless }) => {
        const reaches = changes || touches === 'registry' || step === 'wait';
        if (!reaches || (unless !== undefined && shard !== null))
            return [];
        if (unless === 'cannot retire' && !issuer.retires)
            return [];
        if (settled && !AFTER_CONFIRMATION.has(step))
            return [];
        return each === 'target' ? open.map(({ target }) => ({ step, target: target.id })) : [{ step }];
    });
    return { ...rest, targets: planned, effects, estimate: (0,_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .estimateTime */ .Y4)(open.map(({ target }) => target)) };
}
/** What needs no credential. */
const AFTER_CONFIRMATION = new Set((0,_law_js__WEBPACK_IMPORTED_MODULE_1__/* .sliceLaw */ .xj)('wait', 'finish').map(({ step }) => step));
function isOpen(state) {
    return !_law_js__WEBPACK_IMPORTED_MODULE_1__/* .DONE_STATES */ .QB.has(state) && state !== 'skipped';
}
/**
 * The plan in a file: as it is, or as the answer of `rotate --dry-run --json` holds it.
 * Throws `DCR_INPUT_INVALID` for anything else and for another version.
 */
function parsePlan(text, name) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        value = undefined;
    }
    const outer = value;
    const plan = (outer?.plan ?? outer);
    const remedy = 'Make it with: dcr-login rotate --dry-run --json > plan.json';
    if (typeof plan !== 'object' || plan === null || !('version' in plan))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DcrError */ .ol('DCR_INPUT_INVALID', { message: `${name} holds no plan of a rotation`, remedy });
    if (plan.version !== 1 || !Array.isArray(plan.credentials)) {
        const message = `${name} holds a plan of version ${String(plan.version)}; this dcr-login runs version 1`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DcrError */ .ol('DCR_INPUT_INVALID', { message, remedy });
    }
    return plan;
}
/** Throws `DCR_INPUT_INVALID` that names every fact that is no longer what the plan says. */
function refuseChanges(expected, found) {
    const changes = expected === 'missing' ? ['it is not in the plan'] : listChanges(expected, found);
    if (changes.length === 0)
        return;
    const shown = changes.slice(0, 10).join('; ');
    const more = changes.length > 10 ? `; and ${changes.length - 10} more` : '';
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DcrError */ .ol('DCR_INPUT_INVALID', {
        message: `${found.name} is not what it was when the plan was made: ${shown}${more}`,
        remedy: 'Make the plan anew with --dry-run, read it, and run that.',
        registry: found.registry,
    });
}
function listChanges(expected, found) {
    const changes = [];
    // Whether a person gives it at a prompt or in a variable is the same source.
    if (expected.issuer.type !== found.issuer.type || expected.issuer.retires !== found.issuer.retires)
        changes.push('issuer changed');
    for (const key of ['registry', 'grace', 'shard', 'settled', 'resumes'])
        if (JSON.stringify(expected[key]) !== JSON.stringify(found[key]))
            changes.push(`${key} changed`);
    const before = new Map(expected.targets.map((target) => [target.id, target]));
    for (const target of found.targets) {
        const old = before.get(target.id);
        before.delete(target.id);
        if (old === undefined)
            changes.push(`${target.id} is new`);
        else if (old.version !== target.version || old.exists !== target.exists)
            changes.push(`${target.id} was written since`);
        else if (old.state !== target.state)
            changes.push(`${target.id} is ${target.state} and was ${old.state}`);
    }
    return [...changes, ...[...before.keys()].map((id) => `${id} is gone`)];
}
//# sourceMappingURL=plan.js.map

/***/ }),

/***/ 3668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ verify)
/* harmony export */ });
/* harmony import */ var _credential_credential_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4910);
/* harmony import */ var _credential_masking_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5875);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7706);
/* harmony import */ var _registry_conversation_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7614);
/* harmony import */ var _registry_probe_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(727);
/* harmony import */ var _registry_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3256);






/**
 * Proves that the credential opens this registry for this action, and changes nothing there.
 * Throws the code of whatever refused it, and `DCR_CREDENTIAL_UNPROVEN` when nothing was refused but nothing proved.
 */
async function verify(request, ports) {
    const { clock } = ports;
    const reference = (0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRegistry */ .l5)(request.registry);
    const { registry, host, name } = reference;
    const credential = (0,_credential_credential_js__WEBPACK_IMPORTED_MODULE_1__/* .checkCredential */ .CT)(request.credential, { registry, now: clock.now() });
    const repository = request.repository === undefined ? {} : { repository: (0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(request.repository, reference) };
    const forms = (0,_credential_masking_js__WEBPACK_IMPORTED_MODULE_2__/* .deriveMaskedForms */ .UO)(credential);
    await request.mask?.(forms);
    const patience = {
        deadline: clock.now() + (request.timeout ?? 60_000),
        retries: request.retries ?? 3,
        ...(request.signal === undefined ? {} : { signal: request.signal }),
    };
    const context = { reference, allowedRealms: request.allowRealms ?? [], patience, forms, ports };
    const action = request.action ?? 'auth';
    const question = { credential, action, allowCreate: request.allowCreate ?? false, ...repository };
    const { doubts, name: nameKnown, ...proof } = await (0,_registry_probe_js__WEBPACK_IMPORTED_MODULE_3__/* .proveCredential */ .I)(question, await (0,_registry_conversation_js__WEBPACK_IMPORTED_MODULE_4__/* .findChallenge */ .V)(context), context);
    if (!proof.proven.auth || proof.proven[action] !== true) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .DcrError */ .ol('DCR_CREDENTIAL_UNPROVEN', {
            registry,
            message: `${registry}: ${action === 'auth' ? 'the credential' : action} could not be proved: ${doubts.join('; ')}`,
        });
    }
    const notes = [...reference.tidied, ...doubts];
    return {
        registry,
        host,
        name,
        username: credential.username,
        nameKnown,
        expiresAt: credential.expiresAt,
        notes,
        ...proof,
    };
}
//# sourceMappingURL=verify.js.map

/***/ })

};
;