using System.Collections;
using System.Diagnostics;
using global::OlderLinux;
using Microsoft.Build.Framework;

namespace Parameterize.TorchSharp.Tests.OlderLinux;

/// <summary>The task as a build runs it: what it writes, what it says, and that it never fails one.</summary>
public sealed class MendTorchSharpTests : IDisposable, IBuildEngine
{
    private static readonly byte[] library = MadeUpElf.Needing(("_ZSt21ios_base_library_initv", NewerNeed.Version));
    private static readonly byte[] older = MadeUpElf.Defining("GLIBCXX_3.4.30");
    private static readonly byte[] newer = MadeUpElf.Defining("GLIBCXX_3.4.30", NewerNeed.Version);

    private readonly string _folder = Directory.CreateTempSubdirectory("parameterize-").FullName;
    private readonly List<string> _warnings = [];

    [Fact]
    public void Older_system_gets_a_copy()
    {
        var task = Run(library, older);
        Assert.True(task.Mended && task.Settled);
        Assert.Equal(NewerNeed.MadeWeak(library), File.ReadAllBytes(Copy));
        Assert.Equal(library, File.ReadAllBytes(Original));
        Assert.Equal(["libLibTorchSharp.so"], Directory.GetFiles(Path.GetDirectoryName(Copy)!).Select(Path.GetFileName));
        Assert.Empty(_warnings);
    }

    [Fact]
    public void Newer_system_gets_none_and_loses_an_old_one()
    {
        Run(library, older);
        var task = Run(library, newer);
        Assert.False(task.Mended);
        Assert.True(task.Settled);
        Assert.False(File.Exists(Copy));
        Assert.Empty(_warnings);
    }

    [Fact]
    public void Output_that_is_a_hard_link_of_an_earlier_copy_keeps_its_bytes()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Run(library, older);
        var output = Path.Combine(_folder, "output.so");
        using (var link = Process.Start("ln", [Copy, output]))
            link.WaitForExit();

        var other = MadeUpElf.Needing(("_Znwm", "GLIBCXX_3.4"), ("_ZSt21ios_base_library_initv", NewerNeed.Version));
        Assert.True(Run(other, older).Mended);
        Assert.Equal(NewerNeed.MadeWeak(library), File.ReadAllBytes(output));
        Assert.Equal(NewerNeed.MadeWeak(other), File.ReadAllBytes(Copy));
    }

    [Fact]
    public void Unexpected_file_is_a_sentence_and_the_build_goes_on()
    {
        var task = Run([1, 2, 3], older);
        Assert.False(task.Mended || task.Settled);
        Assert.False(File.Exists(Copy));
        Assert.StartsWith(
            $"TORCHLINUX001: {Original} was left as it is: it is no 64-bit little-endian ELF file. If TorchSharp then says that it has no",
            Assert.Single(_warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Builds_at_once_do_not_disturb_each_other()
    {
        File.WriteAllBytes(StandardLibrary, older);
        Directory.CreateDirectory(Path.GetDirectoryName(Original)!);
        File.WriteAllBytes(Original, library);
        for (var round = 0; round < 50; round++)
        {
            Parallel.For(0, 4, _ => Assert.True(Executed().Mended));
            Assert.Equal(NewerNeed.MadeWeak(library), File.ReadAllBytes(Copy));
        }

        Assert.Equal(["libLibTorchSharp.so"], Directory.GetFiles(Path.GetDirectoryName(Copy)!).Select(Path.GetFileName));
        Assert.Empty(_warnings);
    }

    [Fact]
    public void Missing_file_is_a_sentence_too()
    {
        File.WriteAllBytes(StandardLibrary, older);
        Assert.False(Executed().Mended);
        Assert.Single(_warnings);
    }

    [Fact]
    public void Standard_library_of_this_process_is_found_where_there_is_one()
    {
        var loaded = NewerNeed.LoadedStandardLibrary();
        var hasOne = OperatingSystem.IsLinux() && File.ReadAllText("/proc/self/maps").Contains("libstdc++.so.6", StringComparison.Ordinal);
        Assert.Equal(hasOne, loaded is not null);
        Assert.True(loaded is null || File.Exists(loaded));
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Original => Path.Combine(_folder, "package", "libLibTorchSharp.so");

    private string StandardLibrary => Path.Combine(_folder, "libstdc++.so.6");

    private string Copy => Path.Combine(_folder, "obj", "OlderLinux", "libLibTorchSharp.so");

    private MendTorchSharp Run(byte[] original, byte[] standardLibrary)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Original)!);
        File.WriteAllBytes(Original, original);
        File.WriteAllBytes(StandardLibrary, standardLibrary);
        return Executed();
    }

    private MendTorchSharp Executed()
    {
        var task = new MendTorchSharp { BuildEngine = this, Original = Original, Copy = Copy, StandardLibrary = StandardLibrary };
        Assert.True(task.Execute());
        return task;
    }

    bool IBuildEngine.ContinueOnError => false;

    int IBuildEngine.LineNumberOfTaskNode => 0;

    int IBuildEngine.ColumnNumberOfTaskNode => 0;

    string IBuildEngine.ProjectFileOfTaskNode => "";

    bool IBuildEngine.BuildProjectFile(string file, string[] targets, IDictionary properties, IDictionary outputs) => false;

    void IBuildEngine.LogCustomEvent(CustomBuildEventArgs e)
    {
    }

    void IBuildEngine.LogErrorEvent(BuildErrorEventArgs e) => throw new InvalidOperationException(e.Message);

    void IBuildEngine.LogMessageEvent(BuildMessageEventArgs e)
    {
    }

    void IBuildEngine.LogWarningEvent(BuildWarningEventArgs e) => _warnings.Add($"{e.Code}: {e.Message}");
}
