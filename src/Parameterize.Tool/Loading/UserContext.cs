using System.Reflection;
using System.Runtime.Loader;

namespace Parameterize.Tool.Loading;

/// <summary>
/// Where the user's assembly runs, with its own versions of everything it references: Parameterize, TorchSharp and libtorch come from its
/// folder and not from this tool's, so that the two need not agree.
/// </summary>
internal sealed class UserContext : AssemblyLoadContext
{
    private readonly AssemblyDependencyResolver _dependencies;
    private readonly PackageFolder _packages;

    private UserContext(string path, bool unloads)
        : base(Path.GetFileNameWithoutExtension(path), unloads)
    {
        _dependencies = new AssemblyDependencyResolver(path);
        _packages = PackageFolder.Of(path);
    }

    /// <summary>Loads an assembly.</summary>
    /// <param name="path">Its .dll.</param>
    /// <param name="unloads">Whether <see cref="AssemblyLoadContext.Unload"/> is meant to be called.</param>
    /// <exception cref="UserException">It is no .NET assembly.</exception>
    public static (UserContext Context, Assembly Assembly) Load(string path, bool unloads)
    {
        try
        {
            var context = new UserContext(path, unloads);
            return (context, context.LoadFromAssemblyPath(path));
        }
        catch (Exception exception) when (exception is BadImageFormatException or InvalidOperationException)
        {
            throw new UserException($"{path} is not a .NET assembly that this runtime can load: {exception.Message}", exception);
        }
    }

    /// <summary>Every class of an assembly.</summary>
    /// <exception cref="UserException">Something that it references is missing.</exception>
    public static IReadOnlyList<Type> TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException exception)
        {
            throw Missing(assembly, exception.LoaderExceptions.FirstOrDefault(one => one is not null) ?? exception);
        }
    }

    /// <summary>What to say when something is missing that an assembly needs.</summary>
    public static UserException Missing(Assembly assembly, Exception cause) => new(
        $"{assembly.Location} needs something that is neither beside it nor among the restored packages: {cause.Message} Build a " +
        "project that " +
        "has all it needs in its output: an executable, or a library with <CopyLocalLockFileAssemblies>true</CopyLocalLockFileAssemblies>.",
        cause);

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName) =>
        (_dependencies.ResolveAssemblyToPath(assemblyName) ?? _packages.Find(assemblyName)) is { } path ? LoadFromAssemblyPath(path) : null;

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _dependencies.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}
