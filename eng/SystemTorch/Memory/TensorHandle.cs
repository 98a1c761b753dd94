using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>Owns one native tensor: freed when disposed or, at the latest, when finalised.</summary>
internal sealed class TensorHandle : SafeHandle
{
    private readonly long bytes;

    internal TensorHandle(nint handle, long bytes) : base(0, true)
    {
        SetHandle(handle);
        this.bytes = bytes;
        NativeMemoryWatch.Created(bytes);
    }

    internal nint Value => handle;

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        Native.st_free(handle);
        NativeMemoryWatch.Released(bytes);
        handle = 0;
        return true;
    }
}
