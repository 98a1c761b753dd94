namespace Parameterize.Generators.Model;

/// <summary>The names of the files that are generated for one class.</summary>
/// <param name="HintName">The class's own, such as <c>Space.Mlp.g.cs</c>.</param>
internal sealed record GeneratedFiles(string HintName)
{
    /// <summary>The file that all classes share.</summary>
    public const string Support = "Parameterize.TorchSupport.g.cs";

    /// <summary>The folder that the compiler has them in: the generator's full name.</summary>
    public const string Folder = "Parameterize.Generators.ParameterizeGenerator";

    private const string Extension = ".g.cs";

    /// <summary>How the class scales: the file to read. A class in another one may be called Optimizers.</summary>
    public string Model =>
        HintName.EndsWith(".Optimizers" + Extension, System.StringComparison.OrdinalIgnoreCase) ? With("-class") : HintName;

    /// <summary>Its optimizers, which look the same for every class.</summary>
    public string Optimizers => With(".Optimizers");

    /// <summary>Whether a source file is one of them.</summary>
    public bool Contain(string path) =>
        path.EndsWith(Model, System.StringComparison.Ordinal) || path.EndsWith(Optimizers, System.StringComparison.Ordinal);

    private string With(string suffix) => HintName.Substring(0, HintName.Length - Extension.Length) + suffix + Extension;
}
