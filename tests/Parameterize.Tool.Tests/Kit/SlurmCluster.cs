using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace Parameterize.Tool.Tests.Kit;

/// <summary>Slurm with two nodes, both on this machine: daemons on ports of their own, with all their files in one folder.</summary>
internal sealed class SlurmCluster : IAsyncDisposable
{
    private const int ControlPort = 26817;
    private readonly TemporaryFolder _folder = new();

    private SlurmCluster()
    {
    }

    /// <summary>Starts it, and waits until both nodes are idle.</summary>
    public static async Task<SlurmCluster> Start()
    {
        var cluster = new SlurmCluster();
        cluster._folder.WriteProgram("munge.key", Convert.ToHexString(RandomNumberGenerator.GetBytes(1024))); // its owner's alone
        System.IO.File.WriteAllText(cluster.File("slurm.conf"), cluster.Configuration());
        foreach (var folder in (string[])["state", "spool.node1", "spool.node2"])
        {
            Directory.CreateDirectory(cluster.File(folder));
        }

        await cluster.Run(
            "munged", "--force", $"--key-file={cluster.File("munge.key")}", $"--socket={cluster.File("munge.socket")}",
            $"--pid-file={cluster.File("munged.pid")}", $"--log-file={cluster.File("munged.log")}",
            $"--seed-file={cluster.File("munged.seed")}");
        await cluster.Run("slurmctld", "-i");
        await cluster.Run("slurmd", "-N", "node1");
        await cluster.Run("slurmd", "-N", "node2");
        await cluster.Until(async () => await cluster.Run("sinfo", "-h", "-o", "%T %D") == "idle 2\n");
        return cluster;
    }

    /// <summary>Runs one of Slurm's commands, and returns what it prints.</summary>
    public Task<string> Run(string command, params string[] arguments) => Run(new ProcessStartInfo(Of(command), arguments));

    /// <summary>The same with a folder and an environment of the caller's.</summary>
    public Task<string> Run(ProcessStartInfo start)
    {
        start.Environment["SLURM_CONF"] = File("slurm.conf");
        return DebianPackages.Output(start);
    }

    /// <summary>The program of a command; daemons are not on everybody's path.</summary>
    public static string Of(string command) => System.IO.File.Exists($"/usr/sbin/{command}") ? $"/usr/sbin/{command}" : command;

    /// <summary>Asks until it is so, for at most three minutes.</summary>
    public async Task Until(Func<Task<bool>> isSo)
    {
        var patience = Stopwatch.StartNew();
        while (!await isSo())
        {
            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(3), $"It takes more than three minutes.\n{await Run("squeue")}\n{Log}");
            await Task.Delay(100);
        }
    }

    /// <summary>Pulls the plug of a node: its daemon and all that runs there end at once, and tell nobody.</summary>
    public void Kill(string node)
    {
        foreach (var process in ProcessesOf(node))
        {
            try
            {
                process.Kill();
            }
            catch (InvalidOperationException)
            {
                // It has ended by itself.
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Kill("node1");
        Kill("node2");
        foreach (var daemon in (string[])["slurmctld.pid", "munged.pid"])
        {
            if (System.IO.File.Exists(File(daemon)))
            {
                var id = int.Parse(System.IO.File.ReadAllText(File(daemon)), CultureInfo.InvariantCulture);
                using var process = Process.GetProcessById(id);
                process.Kill();
                await process.WaitForExitAsync();
            }
        }

        _folder.Dispose();
    }

    private string Log => System.IO.File.Exists(File("slurmctld.log")) ? System.IO.File.ReadAllText(File("slurmctld.log")) : "";

    private string File(string name) => _folder.File(name);

    // A job's processes have the node's name in their environment, the daemon's own have its log open.
    private IEnumerable<Process> ProcessesOf(string node)
    {
        var log = File($"slurmd.{node}.log");
        return Process.GetProcesses().Where(process => Try(() =>
            Directory.GetFiles($"/proc/{process.Id}/fd").Any(open => new FileInfo(open).LinkTarget == log)
            || (System.IO.File.ReadAllText($"/proc/{process.Id}/environ").Split('\0') is var environment
                && environment.Contains($"SLURMD_NODENAME={node}") && environment.Contains($"SLURM_CONF={File("slurm.conf")}"))));

        static bool Try(Func<bool> look)
        {
            try
            {
                return look();
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        }
    }

    private static string Host => Environment.MachineName.Split('.')[0];

    private string Configuration() => $"""
        ClusterName=parameterize
        SlurmctldHost={Host}
        SlurmctldPort={ControlPort}
        SlurmUser={Environment.UserName}
        AuthType=auth/munge
        AuthInfo=socket={File("munge.socket")}
        CredType=cred/munge
        MpiDefault=none
        ProctrackType=proctrack/linuxproc
        TaskPlugin=task/none
        SelectType=select/cons_tres
        SelectTypeParameters=CR_CPU
        StateSaveLocation={File("state")}
        SlurmdSpoolDir={File("spool.%n")}
        SlurmctldPidFile={File("slurmctld.pid")}
        SlurmdPidFile={File("slurmd.%n.pid")}
        SlurmctldLogFile={File("slurmctld.log")}
        SlurmdLogFile={File("slurmd.%n.log")}
        SlurmdTimeout=10
        SlurmdParameters=config_overrides
        ReturnToService=2
        NodeName=node[1-2] NodeHostname={Host} NodeAddr=127.0.0.1 Port=[{ControlPort + 1}-{ControlPort + 2}] CPUs=4
        PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP

        """;
}
