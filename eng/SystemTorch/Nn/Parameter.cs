using TorchSharp.Interop;

namespace TorchSharp.Modules;

/// <summary>A tensor that optimizers change. It takes the native tensor out of the one that it is made from.</summary>
public class Parameter : torch.Tensor
{
    public Parameter(torch.Tensor data, bool requires_grad = true) : base(Take(data, requires_grad))
    {
    }

    private static TensorHandle Take(torch.Tensor data, bool requires_grad)
    {
        // A tensor with a history is cut off from it; its storage is shared, not copied.
        using var leaf = data.is_leaf ? null : data.detach();
        var handle = (leaf ?? data).TakeOwner();
        data.Dispose();
        Native.Check(Native.st_set_requires_grad(handle.Value, requires_grad ? 1 : 0));
        return handle;
    }
}
