/** A process that a step waits for. */
final class Running {
    private final Process process;
    private volatile boolean stopped;

    Running(Process process) {
        this.process = process;
    }

    /** As an abort in Jenkins: SIGTERM to the process and all that it has started. */
    void stop() {
        stopped = true;
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    boolean isStopped() {
        return stopped;
    }
}
