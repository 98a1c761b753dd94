using System.Reflection;
using TorchSharp.Modules;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            private bool registered;

            /// <summary>
            /// Registers the modules, parameters and (as buffers) tensors in all instance fields, private and inherited ones
            /// included. The second call does nothing.
            /// </summary>
            protected virtual void RegisterComponents()
            {
                if (registered)
                    return;
                registered = true;
                for (var type = GetType(); type != typeof(Module); type = type.BaseType!)
                {
                    foreach (var field in Fields(type))
                        RegisterField(field);
                }
            }

            public virtual void register_module(string name, Module submodule)
            {
                if (name.Contains('.', StringComparison.Ordinal))
                    throw new ArgumentException($"module name can't contain \".\", got: {name}");
                if (name.Length == 0)
                    throw new ArgumentException("module name can't be empty string \"\"");
                if (Contains(name))
                    throw new InvalidOperationException($"Sub-module {name} is already registered.");
                if (submodule is null)
                    return;
                submodule.RegisterComponents();
                ownModules.Add((name, submodule));
            }

            public void add_module(string name, Module module) => register_module(name, module);

            public virtual void register_parameter(string name, Parameter param)
            {
                ThrowIfUnusable(name, param, "parameter");
                ownParameters.Add((name, param));
            }

            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                ThrowIfUnusable(name, tensor, "buffer");
                ownBuffers.Add((name, tensor, persistent));
            }

            /// <summary>Modules of the library register what they have themselves.</summary>
            private protected void SkipFields() => registered = true;

            /// <summary>Puts a parameter in the place of the one that was there, which is disposed of; null removes it.</summary>
            private protected void Set(string name, ref Parameter? slot, Parameter? parameter)
            {
                if (ReferenceEquals(slot, parameter))
                    return;
                slot?.Dispose();
                slot = parameter;
                parameter?.DetachFromDisposeScope();
                var index = ownParameters.FindIndex(entry => entry.Name == name);
                if (index < 0 && parameter is not null)
                    ownParameters.Add((name, parameter));
                else if (index >= 0 && parameter is null)
                    ownParameters.RemoveAt(index);
                else if (index >= 0)
                    ownParameters[index] = (name, parameter!);
            }

            /// <summary>The same for modules that keep their parameters in the registry alone.</summary>
            private protected void Replace(string name, Parameter? parameter)
            {
                var slot = get_parameter(name);
                Set(name, ref slot, parameter);
            }

            private bool Contains(string name) =>
                ownModules.Exists(entry => entry.Name == name) || ownParameters.Exists(entry => entry.Name == name)
                || ownBuffers.Exists(entry => entry.Name == name);

            private void ThrowIfUnusable(string name, Tensor value, string what)
            {
                if (value is null || value.IsInvalid)
                    throw new ArgumentNullException(nameof(value), $"A null {what} cannot be registered.");
                if (Contains(name))
                    throw new InvalidOperationException($"Tensor {name} is already registered.");
            }

            private void RegisterField(FieldInfo field)
            {
                var name = field.GetCustomAttribute<ComponentNameAttribute>()?.Name ?? field.Name;
                if (Contains(name))
                    return;
                switch (field.GetValue(this))
                {
                    case Module module:
                        register_module(name, module);
                        break;
                    case Parameter parameter:
                        register_parameter(name, parameter);
                        break;
                    case Tensor tensor:
                        register_buffer(name, tensor);
                        break;
                }
            }

            private static FieldInfo[] Fields(Type type) =>
                type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);
        }
    }
}
