using static TorchSharp.torch;

namespace TorchSharp.Modules;

public abstract partial class OptimizerHelper
{
    public void save_state_dict(string location)
    {
        using var writer = new BinaryWriter(File.Create(location));
        save_state_dict(writer);
    }

    public void save_state_dict(BinaryWriter writer)
    {
        writer.Write(GetType().Name);
        TensorFile.WriteNumber(writer, groups.Count);
        foreach (var group in groups)
        {
            OptimizerFields.Write(writer, group.Options);
            var parameters = group.Parameters.ToList();
            TensorFile.WriteNumber(writer, parameters.Count);
            parameters.ForEach(parameter => OptimizerFields.Write(writer, State(parameter)));
        }
    }

    public void load_state_dict(string location)
    {
        using var reader = new BinaryReader(File.OpenRead(location));
        load_state_dict(reader);
    }

    /// <summary>The groups have to be those that were saved, in the same order.</summary>
    public void load_state_dict(BinaryReader reader)
    {
        using var guard = no_grad();
        if (reader.ReadString() != GetType().Name)
            throw new ArgumentException("The file was written by a different kind of optimizer.");
        if (TensorFile.ReadNumber(reader) != groups.Count)
            throw new ArgumentException("The file has another number of parameter groups.");
        foreach (var group in groups)
        {
            OptimizerFields.Read(reader, group.Options);
            var parameters = group.Parameters.ToList();
            if (TensorFile.ReadNumber(reader) != parameters.Count)
                throw new ArgumentException("The file has another number of parameters in a group.");
            parameters.ForEach(parameter => OptimizerFields.Read(reader, State(parameter)));
        }
    }
}
