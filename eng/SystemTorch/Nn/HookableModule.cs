namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module whose <c>call</c>, not its <c>forward</c>, runs hooks before and after.</summary>
        public class HookableModule<TPreHook, TPostHook> : Module
        {
            private protected readonly List<(string Key, TPreHook Hook)> preHooks = [];
            private protected readonly List<(string Key, TPostHook Hook)> postHooks = [];
            private protected readonly List<(string Key, Action<Module> Hook)> modulePreHooks = [];
            private protected readonly List<(string Key, Action<Module> Hook)> modulePostHooks = [];
            private int nextKey;

            protected HookableModule(string name) : base(name)
            {
            }

            public HookRemover register_forward_hook(TPostHook hook) => Add(postHooks, hook);

            public HookRemover register_forward_pre_hook(TPreHook hook) => Add(preHooks, hook);

            public HookRemover register_forward_hook(Action<Module> hook) => Add(modulePostHooks, hook);

            public HookRemover register_forward_pre_hook(Action<Module> hook) => Add(modulePreHooks, hook);

            private HookRemover Add<T>(List<(string Key, T Hook)> hooks, T hook)
            {
                var key = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{nextKey++}");
                hooks.Add((key, hook));
                return new HookRemover(this, key);
            }

            private void Remove(string key)
            {
                preHooks.RemoveAll(entry => entry.Key == key);
                postHooks.RemoveAll(entry => entry.Key == key);
                modulePreHooks.RemoveAll(entry => entry.Key == key);
                modulePostHooks.RemoveAll(entry => entry.Key == key);
            }

            public class HookRemover
            {
                private readonly HookableModule<TPreHook, TPostHook> module;
                private readonly string key;

                public HookRemover(HookableModule<TPreHook, TPostHook> module, string key)
                {
                    this.module = module;
                    this.key = key;
                }

                public void remove() => module.Remove(key);
            }
        }
    }
}
