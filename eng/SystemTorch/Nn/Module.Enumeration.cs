using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            public virtual IEnumerable<(string name, Module module)> named_children()
            {
                foreach (var (name, child) in ownModules)
                    yield return (name, child);
            }

            /// <summary>All submodules, without this one: the direct ones, then those inside them.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var child in named_children())
                    yield return child;
                foreach (var (name, child) in named_children())
                {
                    foreach (var (inner, module) in child.named_modules())
                        yield return ($"{name}.{inner}", module);
                }
            }

            public virtual IEnumerable<Module> modules() => named_modules().Select(entry => entry.module);

            public virtual IEnumerable<Module> children() => named_children().Select(entry => entry.module);

            /// <summary>Own parameters first, then those of the submodules; one that occurs twice is listed under its first name.</summary>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var seen = new HashSet<IntPtr>();
                foreach (var (name, parameter) in ownParameters.ToArray())
                {
                    if (seen.Add(parameter.Handle))
                        yield return (name, parameter);
                }

                if (!recurse)
                    yield break;
                foreach (var (name, child) in named_children())
                {
                    foreach (var (inner, parameter) in child.named_parameters())
                    {
                        if (seen.Add(parameter.Handle))
                            yield return ($"{name}.{inner}", parameter);
                    }
                }
            }

            public virtual IEnumerable<Parameter> parameters(bool recurse = true) =>
                named_parameters(recurse).Select(entry => entry.parameter);

            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true)
            {
                foreach (var (name, buffer, persistent) in ownBuffers.ToArray())
                {
                    if (persistent || include_nonpersistent)
                        yield return (name, buffer);
                }

                if (!recurse)
                    yield break;
                foreach (var (name, child) in named_children())
                {
                    foreach (var (inner, buffer) in child.named_buffers(true, include_nonpersistent))
                        yield return ($"{name}.{inner}", buffer);
                }
            }

            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(entry => entry.buffer);

            public virtual bool has_parameter(string target) => get_parameter(target) is not null;

            public virtual bool has_buffer(string target) => get_buffer(target) is not null;

            public virtual Parameter? get_parameter(string target)
            {
                var (owner, name) = Find(target);
                return owner?.ownParameters.Find(entry => entry.Name == name).Value;
            }

            public virtual Tensor? get_buffer(string target)
            {
                var (owner, name) = Find(target);
                return owner?.ownBuffers.Find(entry => entry.Name == name).Value;
            }

            /// <summary>The module that owns the last part of a dotted name, unless it has a parameter of the whole name itself.</summary>
            private (Module? Owner, string Name) Find(string target)
            {
                var module = this;
                if (ownParameters.Exists(entry => entry.Name == target))
                    return (this, target);
                var parts = target.Split('.');
                foreach (var part in parts[..^1])
                    module = module?.named_children().FirstOrDefault(entry => entry.name == part).module;
                return (module, parts[^1]);
            }
        }
    }
}
