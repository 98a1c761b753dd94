// Compiled by MSBuild, as C# 7.3 for .NET Standard 2.0, when OlderLinux.targets first asks for it; hence one file, without what is newer.
#nullable disable
#pragma warning disable IDE0005, IDE0161 // MSBuild adds no global usings, and C# 7.3 has no file-scoped namespaces.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.Build.Framework;

namespace OlderLinux
{
    /// <summary>
    /// TorchSharp's native library asks libstdc++ for the version GLIBCXX_3.4.32, which Debian 12 and Ubuntu 22.04 lack, for one symbol
    /// that nothing calls. This task writes a copy of it in which that need is weak: the dynamic loader passes over a weak need that is not met.
    /// </summary>
    public sealed class MendTorchSharp : Microsoft.Build.Utilities.Task
    {
        /// <summary>libLibTorchSharp.so as the package has it; only read.</summary>
        [Required]
        public string Original { get; set; } = "";

        /// <summary>Where the mended copy goes.</summary>
        [Required]
        public string Copy { get; set; } = "";

        /// <summary>The libstdc++ to mend for; the one that this process runs on where it is empty.</summary>
        public string StandardLibrary { get; set; } = "";

        /// <summary>Whether there is a mended copy to take in place of the original.</summary>
        [Output]
        public bool Mended { get; set; }

        /// <summary>Whether nothing is left to do; where the file could not be mended, the next build tries, and says it, again.</summary>
        [Output]
        public bool Settled { get; set; }

        /// <summary>Never fails a build: where nothing can be mended it says why, and the original is taken.</summary>
        public override bool Execute()
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(Copy)));
                var library = StandardLibrary.Length > 0 ? StandardLibrary : NewerNeed.LoadedStandardLibrary();
                if (library == null || NewerNeed.IsMetBy(File.ReadAllBytes(library)))
                {
                    File.Delete(Copy);
                    return Settled = true;
                }

                WriteWhole(NewerNeed.MadeWeak(File.ReadAllBytes(Original)));
                Mended = Settled = true;
                Log.LogMessage(
                    MessageImportance.Normal, "{0} has no {1}: taking a copy of {2} that does without.",
                    library, NewerNeed.Version, Path.GetFileName(Original));
            }
            catch (Exception problem)
                when (problem is IOException || problem is UnauthorizedAccessException || problem is BadImageFormatException)
            {
                Log.LogWarning(
                    null, "TORCHLINUX001", null, null, 0, 0, 0, 0,
                    "{0} was left as it is: {1} If TorchSharp then says that it has no reference to libtorch, "
                    + "this system's libstdc++ is older than it needs.",
                    Original, problem.Message);

                // A copy of another version's must not be taken.
                if (File.Exists(Copy))
                {
                    File.Delete(Copy);
                }
            }

            return true;
        }

        /// <summary>Whole or not at all, also where two builds write it; and not in place: a program's output may be a hard link to it.</summary>
        private void WriteWhole(byte[] mended)
        {
            var draft = Copy + "." + Guid.NewGuid().ToString("N");
            File.WriteAllBytes(draft, mended);
            try
            {
                File.Move(draft, Copy);
            }
            catch (IOException) when (File.Exists(Copy))
            {
                File.Replace(draft, Copy, null);
            }
        }
    }

    /// <summary>The need of GLIBCXX_3.4.32: whether a libstdc++ meets it, and a library in which it is weak.</summary>
    public static class NewerNeed
    {
        /// <summary>The version that GCC 13 names wherever a source includes &lt;iostream&gt;.</summary>
        public const string Version = "GLIBCXX_3.4.32";

        /// <summary>What it is named for: an undefined symbol without a relocation, so that nothing ever calls it.</summary>
        private const string OnlySymbol = "_ZSt21ios_base_library_initv";

        /// <summary>VER_FLG_WEAK of the System V ABI's symbol versions.</summary>
        private const int Weak = 2;

        /// <summary>The libstdc++ that this process has loaded, which is the loader's own choice for programs of .NET here; or null.</summary>
        public static string LoadedStandardLibrary()
        {
            const string Maps = "/proc/self/maps";
            return !File.Exists(Maps) ? null : File.ReadLines(Maps)
                .Select(line => line.IndexOf('/') is int at && at >= 0 ? line.Substring(at) : "")
                .FirstOrDefault(path => Path.GetFileName(path).StartsWith("libstdc++.so.6", StringComparison.Ordinal));
        }

        /// <summary>Whether a libstdc++ defines the version.</summary>
        /// <exception cref="BadImageFormatException">It is no 64-bit little-endian ELF file, or is cut short.</exception>
        public static bool IsMetBy(byte[] standardLibrary)
        {
            var file = new ElfFile(standardLibrary);
            var definitions = file.Section(ElfFile.VersionDefinitions);
            return definitions != null && file.Chain(definitions.Start, next: 16)
                .Any(entry => file.Text(definitions.Link, file.Word(entry + file.Word(entry + 12))) == Version);
        }

        /// <summary>The file with the need of the version made weak.</summary>
        /// <exception cref="BadImageFormatException">It has another format, has no such need, or has it for other symbols too.</exception>
        public static byte[] MadeWeak(byte[] library)
        {
            var file = new ElfFile(library);
            var needs = file.Section(ElfFile.VersionNeeds);
            var need = needs == null ? -1 : file.Chain(needs.Start, next: 12)
                .SelectMany(entry => file.Chain(entry + file.Word(entry + 8), next: 12))
                .Where(auxiliary => file.Text(needs.Link, file.Word(auxiliary + 8)) == Version)
                .DefaultIfEmpty(-1).First();
            if (need < 0)
            {
                throw new BadImageFormatException("it does not ask for " + Version + ", so it is another build than the one this mend is for.");
            }

            var others = SymbolsOf(file, file.Half(need + 6)).Where(name => name != OnlySymbol).ToList();
            if (others.Count > 0)
            {
                throw new BadImageFormatException("it calls " + others[0] + " of " + Version + ", which can not be done without.");
            }

            var mended = (byte[])library.Clone();
            mended[need + 4] |= Weak;
            return mended;
        }

        private static IEnumerable<string> SymbolsOf(ElfFile file, int version)
        {
            var versions = file.Section(ElfFile.SymbolVersions);
            var symbols = file.Section(ElfFile.DynamicSymbols);
            if (versions == null || symbols == null)
            {
                throw new BadImageFormatException("its symbols have no versions.");
            }

            const int SymbolSize = 24;
            for (var i = 0; i < versions.Size / 2; i++)
            {
                // The highest bit says hidden.
                if ((file.Half(versions.Start + 2 * i) & 0x7fff) == version)
                {
                    yield return file.Text(symbols.Link, file.Word(symbols.Start + SymbolSize * i));
                }
            }
        }
    }

    /// <summary>A 64-bit little-endian ELF file by its section headers (System V ABI, chapters 4 and 5); every read is checked.</summary>
    public sealed class ElfFile
    {
        /// <summary>SHT_DYNSYM.</summary>
        public const uint DynamicSymbols = 11;

        /// <summary>SHT_GNU_verdef.</summary>
        public const uint VersionDefinitions = 0x6ffffffd;

        /// <summary>SHT_GNU_verneed.</summary>
        public const uint VersionNeeds = 0x6ffffffe;

        /// <summary>SHT_GNU_versym.</summary>
        public const uint SymbolVersions = 0x6fffffff;

        private readonly byte[] _bytes;
        private readonly List<ElfSection> _sections = new List<ElfSection>();

        /// <exception cref="BadImageFormatException">The bytes are no such file.</exception>
        public ElfFile(byte[] bytes)
        {
            _bytes = bytes;
            if (bytes.Length < 64 || Word(0) != 0x464c457f || bytes[4] != 2 || bytes[5] != 1)
            {
                throw new BadImageFormatException("it is no 64-bit little-endian ELF file.");
            }

            var start = Long(40);
            var size = Half(58);
            for (var i = 0; i < Half(60); i++)
            {
                var at = start + i * size;
                _sections.Add(new ElfSection((uint)Word(at + 4), Long(at + 24), Long(at + 32), Word(at + 40)));
            }
        }

        /// <summary>The first section of a type, or null.</summary>
        public ElfSection Section(uint type) => _sections.FirstOrDefault(section => section.Type == type);

        /// <summary>Where the entries of a list are; each holds, at <paramref name="next"/>, how far the following one is, 0 in the last.</summary>
        public IEnumerable<int> Chain(int start, int next)
        {
            for (var at = start; ; at += Word(at + next))
            {
                yield return at;
                if (Word(at + next) <= 0)
                {
                    yield break;
                }
            }
        }

        /// <summary>A string of a string table, which is named by its section's number.</summary>
        public string Text(int table, int offset)
        {
            if (table < 0 || table >= _sections.Count)
            {
                throw CutShort();
            }

            var start = _sections[table].Start + offset;
            var end = Array.IndexOf(_bytes, (byte)0, Checked(start, 1));
            return end < 0 ? throw CutShort() : Encoding.ASCII.GetString(_bytes, start, end - start);
        }

        /// <summary>Two bytes.</summary>
        public int Half(int at) => BitConverter.ToUInt16(_bytes, Checked(at, 2));

        /// <summary>Four bytes; no offset in a file that .NET can hold in an array is larger.</summary>
        public int Word(int at) => BitConverter.ToInt32(_bytes, Checked(at, 4));

        private int Long(int at)
        {
            var value = BitConverter.ToInt64(_bytes, Checked(at, 8));
            return value < 0 || value > int.MaxValue ? throw CutShort() : (int)value;
        }

        private int Checked(int at, int count) => at < 0 || at > _bytes.Length - count ? throw CutShort() : at;

        private static BadImageFormatException CutShort() => new BadImageFormatException("it is cut short or damaged.");
    }

    /// <summary>One row of the section headers.</summary>
    public sealed class ElfSection
    {
        /// <summary>A row.</summary>
        public ElfSection(uint type, int start, int size, int link)
        {
            Type = type;
            Start = start;
            Size = size;
            Link = link;
        }

        /// <summary>sh_type.</summary>
        public uint Type { get; }

        /// <summary>sh_offset, in bytes from the file's start.</summary>
        public int Start { get; }

        /// <summary>sh_size, in bytes.</summary>
        public int Size { get; }

        /// <summary>sh_link: the number of the section with its strings.</summary>
        public int Link { get; }
    }
}
