using System.Reflection;
using global::OlderLinux;

namespace Parameterize.TorchSharp.Tests.OlderLinux;

/// <summary>The one bit by which TorchSharp's library loads with an older libstdc++, on made-up files and on the real one.</summary>
public class NewerNeedTests
{
    private const string Unused = "_ZSt21ios_base_library_initv";

    private static readonly string real = Path.Combine(
        typeof(NewerNeedTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "TorchSharpPackage").Value!,
        "runtimes", "linux-x64", "native", "libLibTorchSharp.so");

    [Fact]
    public void Definition_is_found_by_its_whole_name()
    {
        Assert.True(NewerNeed.IsMetBy(MadeUpElf.Defining("libstdc++.so.6", "GLIBCXX_3.4.30", "GLIBCXX_3.4.32", "GLIBCXX_3.4.33")));
        Assert.False(NewerNeed.IsMetBy(MadeUpElf.Defining("libstdc++.so.6", "GLIBCXX_3.4.30", "GLIBCXX_3.4.3", "GLIBCXX_3.4.320")));
        Assert.False(NewerNeed.IsMetBy(MadeUpElf.Needing((Unused, NewerNeed.Version))));
    }

    [Fact]
    public void Need_becomes_weak_and_nothing_else_changes()
    {
        var library = MadeUpElf.Needing(("_Znwm", "GLIBCXX_3.4"), (Unused, NewerNeed.Version), ("_ZdlPv", "GLIBCXX_3.4.9"));
        var mended = NewerNeed.MadeWeak(library);
        var changed = Assert.Single(Enumerable.Range(0, library.Length), i => library[i] != mended[i]);
        Assert.Equal(library[changed] | 2, mended[changed]);
        Assert.Equal(mended, NewerNeed.MadeWeak(mended));
    }

    [Fact]
    public void Real_file_is_as_expected()
    {
        var library = File.ReadAllBytes(real);
        var mended = NewerNeed.MadeWeak(library);
        var changed = Assert.Single(Enumerable.Range(0, library.Length), i => library[i] != mended[i]);

        // vernaux: hash, flags; the hash is the System V ABI's of the version's name.
        Assert.Equal(0x0297f842, BitConverter.ToInt32(mended, changed - 4));
        Assert.Equal((0, 2), (library[changed], mended[changed]));
    }

    [Fact]
    public void Symbol_that_is_called_forbids_it()
    {
        var problem = Assert.Throws<BadImageFormatException>(
            () => NewerNeed.MadeWeak(MadeUpElf.Needing((Unused, NewerNeed.Version), ("_ZSt4cout", NewerNeed.Version))));
        Assert.Equal("it calls _ZSt4cout of GLIBCXX_3.4.32, which can not be done without.", problem.Message);
    }

    [Fact]
    public void Another_build_is_told_from_this_one()
    {
        var problem = Assert.Throws<BadImageFormatException>(() => NewerNeed.MadeWeak(MadeUpElf.Needing(("_Znwm", "GLIBCXX_3.4"))));
        Assert.StartsWith("it does not ask for GLIBCXX_3.4.32", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0x4d, 0x5a, 0x90, 0 })]
    public void Other_formats_are_told(byte[] start)
    {
        var problem = Assert.Throws<BadImageFormatException>(() => NewerNeed.MadeWeak([.. start, .. new byte[64]]));
        Assert.Equal("it is no 64-bit little-endian ELF file.", problem.Message);
    }

    [Fact]
    public void Other_architectures_are_told()
    {
        // EI_CLASS 1 is 32 bits, EI_DATA 2 is big-endian.
        foreach (var (at, value) in ((int, byte)[])[(4, 1), (5, 2)])
        {
            var library = MadeUpElf.Needing((Unused, NewerNeed.Version));
            library[at] = value;
            Assert.Throws<BadImageFormatException>(() => NewerNeed.MadeWeak(library));
        }
    }

    [Fact]
    public void Damaged_files_are_told_wherever_the_damage_is()
    {
        var library = MadeUpElf.Needing(("_Znwm", "GLIBCXX_3.4"), (Unused, NewerNeed.Version));
        for (var length = 0; length < library.Length; length++)
            _ = Record.Exception(() => NewerNeed.MadeWeak(library[..length])) is null or BadImageFormatException
                ? true
                : throw new InvalidOperationException($"cut at {length}");
        for (var at = 0; at < library.Length; at++)
        {
            var damaged = (byte[])library.Clone();
            damaged[at] ^= 0xff;
            Assert.True(Record.Exception(() => NewerNeed.MadeWeak(damaged)) is null or BadImageFormatException, $"byte {at}");
        }
    }
}
