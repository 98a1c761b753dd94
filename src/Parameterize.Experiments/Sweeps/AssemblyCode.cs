using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;
using System.Security.Cryptography;
using System.Text;

namespace Parameterize.Experiments.Sweeps;

/// <summary>
/// What an assembly does, as a number: its code, names, strings and resources. Building it again, elsewhere or from another commit with the
/// same code, changes nothing, though it changes the file: a compiler writes into it when, where and from which commit it was built.
/// </summary>
internal static class AssemblyCode
{
    /// <summary>The hash of an assembly and of all that it references, but for the runtime's own.</summary>
    public static string HashOf(Assembly program)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var assembly in WithReferences(program))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(assembly.GetName().Name + "\n"));
            Append(hash, assembly);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static IEnumerable<Assembly> WithReferences(Assembly program)
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location);
        var context = AssemblyLoadContext.GetLoadContext(program);
        var found = new SortedDictionary<string, Assembly>(StringComparer.Ordinal);
        var open = new Stack<Assembly>([program]);
        while (open.TryPop(out var assembly))
        {
            if (Path.GetDirectoryName(assembly.Location) == runtime || !found.TryAdd(assembly.GetName().FullName, assembly))
            {
                continue;
            }

            foreach (var reference in assembly.GetReferencedAssemblies())
            {
                if (TryLoad(context, reference) is { } other)
                {
                    open.Push(other);
                }
            }
        }

        return found.Values;
    }

    private static Assembly? TryLoad(AssemblyLoadContext? context, AssemblyName name)
    {
        try
        {
            return context is null ? Assembly.Load(name) : context.LoadFromAssemblyName(name);
        }
        catch (Exception missing) when (missing is FileNotFoundException or FileLoadException or BadImageFormatException)
        {
            return null; // what is not there when it is asked for does not run either
        }
    }

    private static void Append(IncrementalHash hash, Assembly assembly)
    {
        if (assembly.Location.Length == 0)
        {
            hash.AppendData(assembly.ManifestModule.ModuleVersionId.ToByteArray()); // in a single file, or out of memory
            return;
        }

        using var file = File.OpenRead(assembly.Location);
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        hash.AppendData(Heaps(image, metadata));
        foreach (var handle in metadata.MethodDefinitions)
        {
            if (metadata.GetMethodDefinition(handle).RelativeVirtualAddress is not 0 and var address)
            {
                hash.AppendData(image.GetMethodBody(address).GetILBytes() ?? []);
            }
        }

        if (image.PEHeaders.CorHeader!.ResourcesDirectory is { Size: > 0 } resources)
        {
            hash.AppendData(image.GetSectionData(resources.RelativeVirtualAddress).GetContent(0, resources.Size).AsSpan());
        }
    }

    /// <summary>
    /// Names, strings, signatures, and the values of attributes and constants, without what the attributes of the assembly itself say,
    /// since one of them is the commit. The compiler names the data of an array by its hash, so that it is among the names.
    /// </summary>
    private static byte[] Heaps(PEReader image, MetadataReader metadata)
    {
        var all = image.GetMetadata().GetContent().ToArray();
        foreach (var attribute in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            var value = metadata.GetCustomAttribute(attribute).Value;
            var start = metadata.GetHeapMetadataOffset(HeapIndex.Blob) + metadata.GetHeapOffset(value);
            var length = metadata.GetBlobReader(value).Length;
            var prefix = length switch { < 0x80 => 1, < 0x4000 => 2, _ => 4 }; // its own length stands before it
            Array.Clear(all, start, length + prefix);
        }

        HeapIndex[] heaps = [HeapIndex.String, HeapIndex.UserString, HeapIndex.Blob];
        return [.. heaps.SelectMany(heap => all.AsSpan(metadata.GetHeapMetadataOffset(heap), metadata.GetHeapSize(heap)).ToArray())];
    }
}
