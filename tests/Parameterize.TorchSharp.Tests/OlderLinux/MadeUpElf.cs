using System.Text;
using global::OlderLinux;

namespace Parameterize.TorchSharp.Tests.OlderLinux;

/// <summary>The smallest ELF files that have versions: a library that needs some, and a libstdc++ that defines some.</summary>
internal sealed class MadeUpElf
{
    private const int Header = 64;
    private const int SectionHeader = 64;
    private const int SymbolSize = 24;

    private readonly List<(uint Type, byte[] Bytes, int Link)> _sections = [(0, [], 0)];
    private readonly MemoryStream _strings = new();

    private MadeUpElf() => _strings.WriteByte(0);

    /// <summary>A library with one undefined symbol for each pair, whose version is needed of libstdc++.so.6.</summary>
    public static byte[] Needing(params (string Symbol, string Version)[] needs)
    {
        var file = new MadeUpElf();
        var (symbols, versions, entries) = (new Bytes(), new Bytes(), new Bytes());
        string[] names = [.. needs.Select(need => need.Version).Distinct()];
        foreach (var (symbol, version) in needs)
        {
            symbols.Word(file.Text(symbol)).Pad(SymbolSize - 4);
            versions.Half(Number(version));
        }

        entries.Half(1).Half(names.Length).Word(file.Text("libstdc++.so.6")).Word(16).Word(0);
        foreach (var name in names)
        {
            entries.Word(0).Half(0).Half(Number(name)).Word(file.Text(name)).Word(name == names[^1] ? 0 : 16);
        }

        file.Add(ElfFile.DynamicSymbols, symbols, link: 4);
        file.Add(ElfFile.SymbolVersions, versions, link: 1);
        file.Add(ElfFile.VersionNeeds, entries, link: 4);
        return file.Written();

        // 0 and 1 are local and global.
        int Number(string version) => 2 + Array.IndexOf(names, version);
    }

    /// <summary>A library that defines versions.</summary>
    public static byte[] Defining(params string[] versions)
    {
        var file = new MadeUpElf();
        var entries = new Bytes();
        foreach (var (version, i) in versions.Select((version, i) => (version, i)))
        {
            entries.Half(1).Half(0).Half(i).Half(1).Word(i).Word(20).Word(i == versions.Length - 1 ? 0 : 28);
            entries.Word(file.Text(version)).Word(0);
        }

        file.Add(ElfFile.VersionDefinitions, entries, link: 2);
        return file.Written();
    }

    private int Text(string text)
    {
        var at = (int)_strings.Length;
        _strings.Write(Encoding.ASCII.GetBytes(text + '\0'));
        return at;
    }

    private void Add(uint type, Bytes bytes, int link) => _sections.Add((type, bytes.All, link));

    private byte[] Written()
    {
        _sections.Add((3, _strings.ToArray(), 0));
        var (headers, contents) = (new Bytes(), new Bytes());
        foreach (var (type, bytes, link) in _sections)
        {
            var start = Header + _sections.Count * SectionHeader + contents.All.Length;
            headers.Word(0).Word((int)type).Pad(16).Word(start).Word(0).Word(bytes.Length).Word(0).Word(link).Pad(20);
            contents.Add(bytes);
        }

        var header = new Bytes().Word(0x464c457f).Byte(2).Byte(1).Pad(34).Word(Header).Word(0).Pad(10);
        header.Half(SectionHeader).Half(_sections.Count).Half(0);
        return [.. header.All, .. headers.All, .. contents.All];
    }

    private sealed class Bytes
    {
        private readonly List<byte> _all = [];

        public byte[] All => [.. _all];

        public Bytes Byte(byte value) => Add([value]);

        public Bytes Half(int value) => Add(BitConverter.GetBytes((ushort)value));

        public Bytes Word(int value) => Add(BitConverter.GetBytes(value));

        public Bytes Pad(int count) => Add(new byte[count]);

        public Bytes Add(byte[] bytes)
        {
            _all.AddRange(bytes);
            return this;
        }
    }
}
