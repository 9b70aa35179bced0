// The guard between a node and a connector; see confine.h and docs/decisions/024.
//
// Plain C with one thread, because it forks: after fork() only what is async-signal-safe may run in a process with more
// threads, and Swift promises nothing of the kind. It allocates nothing after it has read its arguments.
#define _GNU_SOURCE
#include "confine.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <linux/landlock.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { HOLD = 3, REPORT = 4, READS_MAX = 64 };

struct plan {
    long time, grace, cpu, memory, processes, file, user;
    const char *work;
    const char *reads[READS_MAX];
    int read_count;
    char *const *program;
    int has_user_namespace, has_process_namespace, has_proc;
};

static long number(const char *text) {
    char *end;
    long value = strtol(text, &end, 10);
    return *text && !*end && value >= 0 ? value : -1;
}

static int parse(struct plan *plan, int argc, char *const *argv) {
    *plan = (struct plan){.time = 3600, .grace = 10, .cpu = 600, .memory = 2048, .processes = 64, .file = 1024, .user = -1};
    struct { const char *name; long *value; } numbers[] = {
        {"--time", &plan->time}, {"--grace", &plan->grace}, {"--cpu", &plan->cpu}, {"--memory", &plan->memory},
        {"--processes", &plan->processes}, {"--file", &plan->file}, {"--user", &plan->user},
    };
    for (int i = 0; i < argc; i++) {
        if (!strcmp(argv[i], "--")) {
            plan->program = argv + i + 1;
            return plan->program[0] && plan->work ? 0 : -1;
        }
        if (i + 1 >= argc) return -1;
        const char *value = argv[i + 1];
        int known = 0;
        for (size_t n = 0; n < sizeof numbers / sizeof *numbers; n++) {
            if (strcmp(argv[i], numbers[n].name)) continue;
            if ((*numbers[n].value = number(value)) < 0) return -1;
            known = 1;
        }
        if (!strcmp(argv[i], "--work")) plan->work = value, known = 1;
        if (!strcmp(argv[i], "--read") && plan->read_count < READS_MAX) plan->reads[plan->read_count++] = value, known = 1;
        if (!known) return -1;
        i++;
    }
    return -1;
}

static void put(int file, const char *text) {
    ssize_t ignored = write(file, text, strlen(text));
    (void)ignored;
}

static _Noreturn void refuse(const char *what) {
    int reason = errno;
    put(2, "nuntiq: the connector was not started: ");
    put(2, what);
    put(2, ": ");
    put(2, strerror(reason));
    put(2, "\n");
    _exit(126);
}

// ---- what the program may read and write

static const char *const system_reads[] = {
    "/usr", "/lib", "/lib32", "/lib64", "/libx32", "/bin", "/sbin", "/etc/alternatives", "/etc/ca-certificates",
    "/etc/crypto-policies", "/etc/gai.conf", "/etc/group", "/etc/host.conf", "/etc/hosts", "/etc/ld.so.cache",
    "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/etc/localtime", "/etc/mime.types", "/etc/nsswitch.conf", "/etc/passwd",
    "/etc/pki", "/etc/protocols", "/etc/python3", "/etc/python3.11", "/etc/python3.12", "/etc/python3.13",
    "/etc/resolv.conf", "/etc/services", "/etc/ssl", "/etc/timezone", "/run/systemd/resolve", "/sys/devices/system/cpu",
    "/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom", NULL,
};

#ifndef LANDLOCK_ACCESS_FS_REFER
#define LANDLOCK_ACCESS_FS_REFER (1ULL << 13)
#endif
#ifndef LANDLOCK_ACCESS_FS_TRUNCATE
#define LANDLOCK_ACCESS_FS_TRUNCATE (1ULL << 14)
#endif
#ifndef LANDLOCK_ACCESS_FS_IOCTL_DEV
#define LANDLOCK_ACCESS_FS_IOCTL_DEV (1ULL << 15)
#endif

// As the newest kernels know it; an older one takes the part it knows.
struct ruleset { uint64_t files, network, scoped; };
static const uint64_t scope_signals_and_sockets = 3;
static const uint64_t file_rights = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE
    | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_TRUNCATE | LANDLOCK_ACCESS_FS_IOCTL_DEV;

static void allow(int rules, const char *path, uint64_t rights) {
    int file = open(path, O_PATH | O_CLOEXEC);
    if (file < 0) return;
    struct stat found;
    if (!fstat(file, &found) && !S_ISDIR(found.st_mode)) rights &= file_rights;
    struct landlock_path_beneath_attr rule = {.allowed_access = rights, .parent_fd = file};
    syscall(__NR_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    close(file);
}

/// The version of Landlock in force for this process from now on; 0 where the kernel has none.
static int confine_files(const struct plan *plan) {
    long version = syscall(__NR_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1) return 0;
    uint64_t all = (1ULL << 13) - 1;
    if (version >= 2) all |= LANDLOCK_ACCESS_FS_REFER;
    if (version >= 3) all |= LANDLOCK_ACCESS_FS_TRUNCATE;
    if (version >= 5) all |= LANDLOCK_ACCESS_FS_IOCTL_DEV;
    uint64_t reading = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
    struct ruleset wanted = {.files = all, .scoped = version >= 6 ? scope_signals_and_sockets : 0};
    size_t size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
    int rules = (int)syscall(__NR_landlock_create_ruleset, &wanted, size, 0);
    if (rules < 0) return 0;
    for (int i = 0; system_reads[i]; i++) {
        int isDevice = !strncmp(system_reads[i], "/dev/", 5);
        allow(rules, system_reads[i], (isDevice ? reading | LANDLOCK_ACCESS_FS_WRITE_FILE : reading) & all);
    }
    for (int i = 0; i < plan->read_count; i++) allow(rules, plan->reads[i], reading);
    if (plan->has_proc) allow(rules, "/proc", reading);
    allow(rules, plan->work, all);
    int failed = syscall(__NR_landlock_restrict_self, rules, 0) != 0;
    close(rules);
    return failed ? 0 : (int)version;
}

// ---- the program

static void limit(int what, rlim_t soft, rlim_t hard) {
    struct rlimit wanted = {soft, hard};
    if (setrlimit(what, &wanted)) refuse("a limit");
}

/// Tasks of this user now: without a namespace of its own the limit counts those of the node too.
static long tasks_of_user(void) {
    long count = 0;
    DIR *processes = opendir("/proc");
    if (!processes) return 0;
    for (struct dirent *entry; (entry = readdir(processes));) {
        struct stat found;
        if (entry->d_name[0] < '1' || entry->d_name[0] > '9') continue;
        if (fstatat(dirfd(processes), entry->d_name, &found, 0) || found.st_uid != getuid()) continue;
        char path[300];
        snprintf(path, sizeof path, "/proc/%s/task", entry->d_name);
        DIR *tasks = opendir(path);
        if (!tasks) { count++; continue; }
        while (readdir(tasks)) count++;
        count -= 2;
        closedir(tasks);
    }
    closedir(processes);
    return count;
}

static _Noreturn void become_program(const struct plan *plan, long tasks, int told) {
    sigset_t none;
    sigemptyset(&none);
    for (int signal = 1; signal < NSIG; signal++) {
        if (signal != SIGKILL && signal != SIGSTOP) (void)sigaction(signal, &(struct sigaction){.sa_handler = SIG_DFL}, NULL);
    }
    sigprocmask(SIG_SETMASK, &none, NULL);
    setpgid(0, 0);
    umask(077);
    rlim_t memory = (rlim_t)plan->memory << 20, file = (rlim_t)plan->file << 20;
    limit(RLIMIT_CORE, 0, 0);
    limit(RLIMIT_AS, memory, memory);
    limit(RLIMIT_CPU, (rlim_t)plan->cpu, (rlim_t)plan->cpu + 5);
    limit(RLIMIT_FSIZE, file, file);
    limit(RLIMIT_NOFILE, 1024, 1024);
    limit(RLIMIT_NPROC, (rlim_t)(plan->processes + tasks), (rlim_t)(plan->processes + tasks));
    if (chdir(plan->work)) refuse(plan->work);
    if (plan->user >= 0) {
        gid_t group = (gid_t)plan->user;
        if (setgroups(0, NULL) || setresgid(group, group, group)) refuse("its group");
        if (setresuid((uid_t)plan->user, (uid_t)plan->user, (uid_t)plan->user)) refuse("its user");
    }
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)) refuse("no new privileges");
    int landlock = confine_files(plan);
    char line[128];
    snprintf(line, sizeof line, "confined user=%ld landlock=%d namespace=%d proc=%d\n", plan->user, landlock,
             plan->has_process_namespace, plan->has_proc);
    put(told, line);
    if (syscall(__NR_close_range, 3, ~0U, 0)) refuse("its descriptors");
    execvp(plan->program[0], plan->program);
    refuse(plan->program[0]);
}

/// The program's parent, first in its process namespace: when it ends, the namespace and all in it ends.
static _Noreturn void watch_program(struct plan *plan, int told, long tasks) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (plan->has_process_namespace) {
        int isOwn = !unshare(CLONE_NEWNS) && !mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL);
        plan->has_proc = isOwn && !mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, NULL);
    }
    pid_t program = fork();
    if (program < 0) refuse("a process");
    if (program == 0) become_program(plan, tasks, told);
    setpgid(program, program);  // whoever of the two is first
    close(0), close(1), close(2);
    sigset_t wanted;
    sigemptyset(&wanted);
    sigaddset(&wanted, SIGCHLD);
    sigaddset(&wanted, SIGTERM);
    for (;;) {
        if (sigwaitinfo(&wanted, NULL) == SIGTERM) kill(-program, SIGTERM);
        int status;
        struct rusage used;
        for (pid_t ended; (ended = wait4(-1, &status, WNOHANG, &used)) > 0;) {
            if (ended != program) continue;
            char line[160];
            long ms = (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1000 + (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1000;
            snprintf(line, sizeof line, "ended %s=%d cpu_ms=%ld memory_kb=%ld\n", WIFSIGNALED(status) ? "signal" : "exit",
                     WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status), ms, used.ru_maxrss);
            put(told, line);
            _exit(0);
        }
    }
}

// ---- the guard

static void write_file(const char *path, const char *text) {
    int file = open(path, O_WRONLY | O_CLOEXEC);
    if (file < 0) return;
    put(file, text);
    close(file);
}

static void separate(struct plan *plan) {
    if (geteuid() == 0) {
        plan->has_process_namespace = !unshare(CLONE_NEWPID | CLONE_NEWIPC);
        return;
    }
    char map[64];
    uid_t user = geteuid();
    gid_t group = getegid();
    if (unshare(CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWIPC)) return;
    plan->has_user_namespace = plan->has_process_namespace = 1;
    write_file("/proc/self/setgroups", "deny");
    snprintf(map, sizeof map, "%u %u 1", user, user);
    write_file("/proc/self/uid_map", map);
    snprintf(map, sizeof map, "%u %u 1", group, group);
    write_file("/proc/self/gid_map", map);
}

/// Kills what this process started and what became its own because its parent died, until nothing is left.
static void kill_descendants(void) {
    for (;;) {
        char path[64], list[4096];
        snprintf(path, sizeof path, "/proc/self/task/%d/children", getpid());
        int file = open(path, O_RDONLY | O_CLOEXEC);
        ssize_t length = file < 0 ? 0 : read(file, list, sizeof list - 1);
        if (file >= 0) close(file);
        list[length > 0 ? length : 0] = 0;
        char *rest = list;
        for (long child; (child = strtol(rest, &rest, 10)) > 0;) kill((pid_t)child, SIGKILL);
        pid_t ended;
        while ((ended = waitpid(-1, NULL, WNOHANG)) > 0) {}
        if (ended < 0) return;
        nanosleep(&(struct timespec){.tv_nsec = 2000000}, NULL);
    }
}

/// Empties a folder and removes it, following no link; a folder in it is emptied into it first, so depth costs nothing.
static void wipe(const char *path) {
    chmod(path, 0700);
    int root = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (root < 0) return;
    unsigned long next = 0;
    for (int isEmpty = 0, rounds = 0; !isEmpty && rounds < 1000000; rounds++) {
        isEmpty = 1;
        int copy = openat(root, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        DIR *entries = copy < 0 ? NULL : fdopendir(copy);
        if (!entries) break;
        for (struct dirent *entry; (entry = readdir(entries));) {
            if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, "..")) continue;
            if (!unlinkat(root, entry->d_name, 0)) continue;
            if (!unlinkat(root, entry->d_name, AT_REMOVEDIR)) continue;
            isEmpty = 0;
            fchmodat(root, entry->d_name, 0700, 0);
            int inner = openat(root, entry->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
            DIR *within = inner < 0 ? NULL : fdopendir(inner);
            if (!within) continue;
            for (struct dirent *deep; (deep = readdir(within));) {
                if (!strcmp(deep->d_name, ".") || !strcmp(deep->d_name, "..")) continue;
                if (!unlinkat(inner, deep->d_name, 0)) continue;
                char name[64];
                snprintf(name, sizeof name, ".wipe-%d-%lu", getpid(), next++);
                fchmodat(inner, deep->d_name, 0700, 0);
                renameat(inner, deep->d_name, root, name);
            }
            closedir(within);
        }
        closedir(entries);
    }
    close(root);
    rmdir(path);
}

static long now_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/// Waits for the program's end; asks it to end when its time is over or the node says so, and kills it after the grace.
static const char *wait_for(pid_t watcher, int signals, const struct plan *plan) {
    const char *reason = "self";
    long end = now_ms() + plan->time * 1000;
    int isAsked = 0;
    struct pollfd waits[2] = {{.fd = HOLD, .events = POLLIN}, {.fd = signals, .events = POLLIN}};
    for (;;) {
        long left = end - now_ms();
        if (left <= 0) {
            if (isAsked) return reason;
            reason = "time";
        }
        int isGone = 0, isStop = left <= 0;
        if (left > 0) {
            poll(waits, 2, left > 60000 ? 60000 : (int)left);
            char said;
            ssize_t count = waits[0].revents ? read(HOLD, &said, 1) : -1;
            isGone = waits[0].revents && count == 0;
            isStop = count > 0 && !isAsked;
            if (isStop) reason = "stop";
            if (isGone) return "node";
            struct signalfd_siginfo information;
            if (waits[1].revents && read(signals, &information, sizeof information) > 0 && information.ssi_signo == SIGTERM && !isAsked)
                isStop = 1, reason = "stop";
        }
        if (waitpid(watcher, NULL, WNOHANG) == watcher) return reason;
        if (isStop && !isAsked) {
            isAsked = 1;
            kill(watcher, SIGTERM);
            end = now_ms() + plan->grace * 1000;
        }
    }
}

int confine_guard(int argc, char *const *argv) {
    struct plan plan;
    if (parse(&plan, argc, argv)) {
        put(2, "nuntiq: the guard is started by the server alone\n");
        return 64;
    }
    setsid();
    sigset_t wanted;
    sigemptyset(&wanted);
    sigaddset(&wanted, SIGCHLD);
    sigaddset(&wanted, SIGTERM);
    sigaddset(&wanted, SIGINT);
    sigaddset(&wanted, SIGHUP);
    sigprocmask(SIG_SETMASK, &wanted, NULL);
    signal(SIGPIPE, SIG_IGN);
    syscall(__NR_close_range, REPORT + 1, ~0U, 0);
    int signals = signalfd(-1, &wanted, SFD_CLOEXEC | SFD_NONBLOCK);
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    // Held as long as the work folder is in use, so that a sweep knows.
    int folder = open(plan.work, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) refuse(plan.work);
    flock(folder, LOCK_EX | LOCK_NB);
    separate(&plan);
    long tasks = geteuid() != 0 && !plan.has_user_namespace ? tasks_of_user() : 0;
    pid_t watcher = fork();
    if (watcher < 0) refuse("a process");
    if (watcher == 0) watch_program(&plan, REPORT, tasks);
    confine_hide();
    close(0), close(1), close(2);
    const char *reason = wait_for(watcher, signals, &plan);
    kill(watcher, SIGKILL);
    kill_descendants();
    wipe(plan.work);
    char line[64];
    snprintf(line, sizeof line, "over %s\n", reason);
    put(REPORT, line);
    return 0;
}

void confine_hide(void) {
    prctl(PR_SET_DUMPABLE, 0);
}
