using System.Reflection;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Options and states of optimizers, all their fields by name, so that none can be forgotten: inherited, disposed of, in a file.</summary>
internal static class OptimizerFields
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>Fills the options that a group leaves open.</summary>
    internal static void Inherit(OptimizerOptions options, OptimizerOptions defaults)
    {
        foreach (var field in Fields(defaults))
        {
            if (field.GetValue(options) is null)
                field.SetValue(options, field.GetValue(defaults));
        }
    }

    internal static void DisposeTensors(ParameterState state)
    {
        foreach (var field in Fields(state))
            (field.GetValue(state) as Tensor)?.Dispose();
    }

    internal static void Write(BinaryWriter writer, object item)
    {
        foreach (var field in Fields(item))
        {
            writer.Write(field.Name);
            var value = field.GetValue(item);
            writer.Write(value is not null);
            switch (value)
            {
                case Tensor tensor:
                    TensorFile.Write(writer, tensor);
                    break;
                case double number:
                    writer.Write(number);
                    break;
                case long count:
                    writer.Write(count);
                    break;
                case bool flag:
                    writer.Write(flag);
                    break;
            }
        }
    }

    internal static void Read(BinaryReader reader, object item)
    {
        foreach (var field in Fields(item))
        {
            if (reader.ReadString() != field.Name)
                throw new ArgumentException("The file was written by a different kind of optimizer.");
            var type = Nullable.GetUnderlyingType(field.FieldType) ?? field.FieldType;
            var old = field.GetValue(item);
            if (reader.ReadBoolean())
            {
                field.SetValue(item, Read(reader, type, old));
                continue;
            }

            (old as Tensor)?.Dispose();
            field.SetValue(item, null);
        }
    }

    private static object Read(BinaryReader reader, Type type, object? old)
    {
        if (type == typeof(double))
            return reader.ReadDouble();
        if (type == typeof(long))
            return reader.ReadInt64();
        if (type == typeof(bool))
            return reader.ReadBoolean();
        return ReadTensor(reader, (Tensor?)old);
    }

    private static Tensor ReadTensor(BinaryReader reader, Tensor? old)
    {
        var tensor = TensorFile.Read(reader).DetachFromDisposeScope();
        if (old is null)
            return tensor;
        if (!old.shape.SequenceEqual(tensor.shape))
            throw new ArgumentException("The file was written for parameters of other shapes.");
        using (tensor)
            return old.copy_(tensor);
    }

    private static IEnumerable<FieldInfo> Fields(object item)
    {
        for (var type = item.GetType(); type != typeof(object); type = type.BaseType!)
        {
            foreach (var field in type.GetFields(Declared).OrderBy(field => field.Name, StringComparer.Ordinal))
            {
                var kept = Nullable.GetUnderlyingType(field.FieldType) ?? field.FieldType;
                if (kept == typeof(Tensor) || kept == typeof(double) || kept == typeof(long) || kept == typeof(bool))
                    yield return field;
            }
        }
    }
}
