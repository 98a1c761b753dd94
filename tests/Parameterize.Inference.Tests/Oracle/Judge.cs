using System.Reflection;
using System.Runtime.Loader;
using TorchSharp;

namespace Parameterize.Inference.Tests.Oracle;

/// <summary>Compiles models, builds each at several widths on TorchSharp, and says of each whether its table is right.</summary>
internal static class Judge
{
    public static async Task<IReadOnlyList<Verdict>> Of(IReadOnlyList<ModelText> models)
    {
        var (image, others) = await Compiler.Compile(models);
        var assembly = Load(image);
        torch.set_num_threads(1);
        return [.. models.Select(model => others.TryGetValue(model.Namespace, out var verdict) ? verdict : Of(model, assembly))];
    }

    private static Verdict Of(ModelText model, Assembly assembly)
    {
        var type = assembly.GetType(model.Namespace + ".M", throwOnError: true)!;
        var make = type.GetMethod("Make", BindingFlags.Static | BindingFlags.Public);
        return Comparison.Judge(model, width =>
        {
            using var scope = torch.NewDisposeScope();
            using var built = (torch.nn.Module)(make is null ? Construct(type, width) : make.Invoke(null, [width]))!;
            return new(width, ((IParameterizedModel)built).Parameterization.Tensors, RealShapes.Of(built));
        });
    }

    /// <summary>With the width alone: what else a constructor takes has a default.</summary>
    private static object Construct(Type type, long width)
    {
        var constructor = type.GetConstructors().First(c => c.GetParameters() is [{ ParameterType: var first }, .. var rest]
            && (first == typeof(long) || first == typeof(int)) && rest.All(parameter => parameter.HasDefaultValue));
        var parameters = constructor.GetParameters();
        var given = Convert.ChangeType(width, parameters[0].ParameterType, System.Globalization.CultureInfo.InvariantCulture);
        return constructor.Invoke([given, .. parameters.Skip(1).Select(parameter => parameter.DefaultValue)]);
    }

    private static Assembly Load(byte[] image)
    {
        var context = new AssemblyLoadContext("models");
        context.Resolving += (loading, name) => name.Name == Library.Name ? loading.LoadFromStream(new MemoryStream(Library.Image)) : null;
        return context.LoadFromStream(new MemoryStream(image));
    }
}
