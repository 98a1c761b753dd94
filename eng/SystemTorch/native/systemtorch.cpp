// The native half of SystemTorch: everything that managed code cannot do by itself, and one entry that calls any ATen operator.
// Conventions: a function returns 0, or 1 after an exception whose text st_error() gives (per thread). A tensor handle is a new at::Tensor.
#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Parallel.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <c10/core/DefaultDtype.h>
#include <c10/core/GradMode.h>
#include <c10/core/InferenceMode.h>
#include <dlfcn.h>
#include <torch/csrc/autograd/autograd.h>

#include <cstring>
#include <string>
#include <vector>

#define API extern "C" __attribute__((visibility("default")))

namespace {

using c10::IValue;
using c10::TypeKind;

enum Tag : int32_t { Default, None, TensorTag, Int, Double, Bool, Ints, Doubles, Tensors, String, Device, Generator, Bools };

// Mirrored by NativeArgument and NativeResult in Interop/NativeTypes.cs.
struct Argument { int32_t tag; int32_t count; int64_t bits; };
struct Result { int32_t tag; int32_t count; int64_t bits; int64_t bytes; };
struct Info { int32_t dtype; int32_t device; int32_t device_index; int32_t flags; int64_t dim; int64_t numel; int64_t offset; };
struct Operator { c10::OperatorHandle handle; std::vector<TypeKind> kinds; std::vector<bool> optional_elements; };

thread_local std::string last_error;

template <class Body> int guarded(Body&& body) {
  try {
    body();
    return 0;
  } catch (const c10::Error& error) {
    last_error = error.what_without_backtrace();
  } catch (const std::exception& error) {
    last_error = error.what();
  } catch (...) {
    last_error = "unknown native exception";
  }
  return 1;
}

at::Tensor& tensor(int64_t bits) { return *reinterpret_cast<at::Tensor*>(bits); }

// Bytes are charged to the handle that owns its storage alone; views cost nothing.
Result own(at::Tensor value) {
  int64_t bytes = 0;
  if (!value.defined()) return {None, 0, 0, 0};
  if (value.has_storage() && value.storage().use_count() == 1) bytes = static_cast<int64_t>(value.storage().nbytes());
  return {TensorTag, 0, reinterpret_cast<int64_t>(new at::Tensor(std::move(value))), bytes};
}

double as_double(int64_t bits) {
  double value;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

c10::TypePtr unwrap(c10::TypePtr type) {
  while (type->kind() == TypeKind::OptionalType) type = type->castRaw<c10::OptionalType>()->getElementType();
  return type;
}

IValue tensor_list(const Argument& argument, bool optional_elements) {
  auto handles = reinterpret_cast<at::Tensor**>(argument.bits);
  if (!optional_elements) {
    c10::List<at::Tensor> list;
    list.reserve(argument.count);
    for (int i = 0; i < argument.count; ++i) list.push_back(*handles[i]);
    return list;
  }
  c10::List<c10::optional<at::Tensor>> list;
  list.reserve(argument.count);
  for (int i = 0; i < argument.count; ++i) list.push_back(handles[i] ? c10::optional<at::Tensor>(*handles[i]) : c10::nullopt);
  return list;
}

IValue integer(const Argument& argument, TypeKind kind) {
  switch (kind) {
    case TypeKind::FloatType: return static_cast<double>(argument.bits);
    case TypeKind::BoolType: return argument.bits != 0;
    default: return argument.bits;
  }
}

IValue list(const Argument& argument) {
  if (argument.tag == Ints) {
    auto data = reinterpret_cast<int64_t*>(argument.bits);
    return at::IntArrayRef(data, argument.count);
  }
  if (argument.tag == Doubles) {
    auto data = reinterpret_cast<double*>(argument.bits);
    return std::vector<double>(data, data + argument.count);
  }
  c10::List<bool> flags;
  for (int i = 0; i < argument.count; ++i) flags.push_back(reinterpret_cast<int64_t*>(argument.bits)[i] != 0);
  return flags;
}

IValue value_of(const Argument& argument, const Operator& op, size_t index) {
  switch (argument.tag) {
    case None: return {};
    case TensorTag: return tensor(argument.bits);
    case Int: return integer(argument, op.kinds[index]);
    case Double: return as_double(argument.bits);
    case Bool: return argument.bits != 0;
    case Ints: case Doubles: case Bools: return list(argument);
    case Tensors: return tensor_list(argument, op.optional_elements[index]);
    case String: return std::string(reinterpret_cast<const char*>(argument.bits), argument.count);
    case Device: return c10::Device(static_cast<c10::DeviceType>(argument.bits), static_cast<c10::DeviceIndex>(argument.count));
    case Generator: return *reinterpret_cast<at::Generator*>(argument.bits);
    default: break;
  }
  const auto& declared = op.handle.schema().arguments()[index];
  TORCH_CHECK(declared.default_value().has_value(), op.handle.schema().name(), ": argument '", declared.name(), "' has no default");
  return *declared.default_value();
}

Result result_of(IValue value) {
  if (value.isTensor()) return own(std::move(value).toTensor());
  if (value.isInt()) return {Int, 0, value.toInt(), 0};
  if (value.isBool()) return {Bool, 0, value.toBool() ? 1 : 0, 0};
  if (value.isDouble()) {
    Result result{Double, 0, 0, 0};
    double number = value.toDouble();
    std::memcpy(&result.bits, &number, sizeof number);
    return result;
  }
  if (value.isTensorList()) {
    auto values = value.toTensorVector();
    auto results = new Result[values.size()];
    for (size_t i = 0; i < values.size(); ++i) results[i] = own(std::move(values[i]));
    return {Tensors, static_cast<int32_t>(values.size()), reinterpret_cast<int64_t>(results), 0};
  }
  return {None, 0, 0, 0};
}

std::vector<at::Tensor> tensors(at::Tensor** handles, int count) {
  std::vector<at::Tensor> values;
  values.reserve(count);
  for (int i = 0; i < count; ++i) values.push_back(handles && handles[i] ? *handles[i] : at::Tensor());
  return values;
}

// OpenBLAS keeps threads of its own beside libtorch's; both follow one number.
void set_blas_threads(int count) {
  static auto set = reinterpret_cast<void (*)(int)>(dlsym(RTLD_DEFAULT, "openblas_set_num_threads"));
  if (set) set(count);
}

}  // namespace

API const char* st_error() { return last_error.c_str(); }

API int st_operator(const char* name, const char* overload, Operator** out) {
  return guarded([&] {
    auto op = new Operator{c10::Dispatcher::singleton().findSchemaOrThrow(name, overload), {}, {}};
    for (const auto& argument : op->handle.schema().arguments()) {
      auto type = unwrap(argument.type());
      op->kinds.push_back(type->kind());
      op->optional_elements.push_back(type->kind() == TypeKind::ListType &&
          type->castRaw<c10::ListType>()->getElementType()->kind() == TypeKind::OptionalType);
    }
    *out = op;
  });
}

// Calls an operator; arguments that are not given take the schema's defaults. With results == nullptr the returned values are dropped.
API int st_call(const Operator* op, const Argument* arguments, int count, Result* results, int capacity) {
  return guarded([&] {
    size_t declared = op->kinds.size();
    TORCH_CHECK(static_cast<size_t>(count) <= declared, op->handle.schema().name(), " takes ", declared, " arguments, not ", count);
    torch::jit::Stack stack;
    stack.reserve(declared + 2);
    for (size_t i = 0; i < declared; ++i) stack.push_back(value_of(i < static_cast<size_t>(count) ? arguments[i] : Argument{}, *op, i));
    op->handle.callBoxed(stack);
    if (!results) return;
    TORCH_CHECK(stack.size() <= static_cast<size_t>(capacity), op->handle.schema().name(), " returns ", stack.size(), " values");
    for (size_t i = 0; i < stack.size(); ++i) results[i] = result_of(std::move(stack[i]));
  });
}

API void st_free_list(Result* results) { delete[] results; }
API void st_free(at::Tensor* handle) { delete handle; }

API int st_from_data(const void* data, int64_t bytes, const int64_t* sizes, int dim, int dtype, Result* out) {
  return guarded([&] {
    c10::InferenceMode normal_tensor(false);
    auto value = at::empty(at::IntArrayRef(sizes, dim), at::TensorOptions().dtype(static_cast<at::ScalarType>(dtype)));
    TORCH_CHECK(static_cast<int64_t>(value.nbytes()) == bytes, "expected ", value.nbytes(), " bytes of data, not ", bytes);
    if (bytes) std::memcpy(value.data_ptr(), data, bytes);
    *out = own(std::move(value));
  });
}

API int st_data(at::Tensor* self, void** data) {
  return guarded([&] { *data = self->data_ptr(); });
}

API int st_info(at::Tensor* self, Info* info) {
  return guarded([&] {
    auto device = self->device();
    int flags = (self->requires_grad() ? 1 : 0) | (self->is_leaf() ? 2 : 0) | (self->is_contiguous() ? 4 : 0) | (self->is_sparse() ? 8 : 0);
    *info = {static_cast<int32_t>(self->scalar_type()), static_cast<int32_t>(device.type()), device.index(), flags, self->dim(),
             self->numel(), self->is_sparse() ? 0 : self->storage_offset()};
  });
}

API int st_shape(at::Tensor* self, int64_t* sizes, int64_t* strides) {
  return guarded([&] {
    if (sizes) std::copy(self->sizes().begin(), self->sizes().end(), sizes);
    if (strides) std::copy(self->strides().begin(), self->strides().end(), strides);
  });
}

API int st_set_requires_grad(at::Tensor* self, int value) {
  return guarded([&] { self->set_requires_grad(value != 0); });
}

API int st_retain_grad(at::Tensor* self) {
  return guarded([&] { self->retain_grad(); });
}

API int st_grad(at::Tensor* self, Result* out) {
  return guarded([&] { *out = own(self->grad()); });
}

API int st_set_grad(at::Tensor* self, at::Tensor* value) {
  return guarded([&] {
    if (value) {
      TORCH_CHECK(self->sizes() == value->sizes(), "assigned grad has data of a different size");
      TORCH_CHECK(self->scalar_type() == value->scalar_type(), "assigned grad has data of a different type");
    }
    self->mutable_grad() = value ? *value : at::Tensor();
  });
}

// Leaf tensor on the same storage, for Parameter.
API int st_leaf(at::Tensor* self, int requires_grad, Result* out) {
  return guarded([&] { *out = own(self->detach().set_requires_grad(requires_grad != 0)); });
}

API int st_backward(at::Tensor** roots, at::Tensor** gradients, int count, at::Tensor** inputs, int input_count, int retain, int create) {
  return guarded([&] {
    torch::autograd::backward(tensors(roots, count), gradients ? tensors(gradients, count) : std::vector<at::Tensor>{}, retain != 0,
                              create != 0, tensors(inputs, input_count));
  });
}

API int st_gradients(at::Tensor** outputs, at::Tensor** gradients, int count, at::Tensor** inputs, int input_count, int retain, int create,
                     int allow_unused, Result* results) {
  return guarded([&] {
    auto grads = torch::autograd::grad(tensors(outputs, count), tensors(inputs, input_count),
                                       gradients ? tensors(gradients, count) : std::vector<at::Tensor>{}, retain != 0, create != 0,
                                       allow_unused != 0);
    for (size_t i = 0; i < grads.size(); ++i) results[i] = own(std::move(grads[i]));
  });
}

API int st_get_grad_mode() { return c10::GradMode::is_enabled() ? 1 : 0; }
API void st_set_grad_mode(int enabled) { c10::GradMode::set_enabled(enabled != 0); }
API int st_is_inference_mode() { return c10::InferenceMode::is_enabled() ? 1 : 0; }
API void* st_enter_inference_mode(int enabled) { return new c10::InferenceMode(enabled != 0); }
API void st_leave_inference_mode(void* guard) { delete static_cast<c10::InferenceMode*>(guard); }

API int st_get_default_dtype() { return static_cast<int>(c10::get_default_dtype_as_scalartype()); }
API int st_set_default_dtype(int dtype) {
  return guarded([&] { c10::set_default_dtype(c10::scalarTypeToTypeMeta(static_cast<at::ScalarType>(dtype))); });
}

API at::Generator* st_default_generator() { return new at::Generator(at::detail::getDefaultCPUGenerator()); }
API at::Generator* st_new_generator(uint64_t seed) { return new at::Generator(at::make_generator<at::CPUGeneratorImpl>(seed)); }
API void st_free_generator(at::Generator* generator) { delete generator; }
API void st_seed_generator(at::Generator* generator, uint64_t seed) {
  std::lock_guard<std::mutex> lock(generator->mutex());
  generator->set_current_seed(seed);
}
API uint64_t st_reseed_generator(at::Generator* generator) {
  std::lock_guard<std::mutex> lock(generator->mutex());
  return generator->seed();
}
API uint64_t st_generator_seed(at::Generator* generator) { return generator->current_seed(); }
API int st_get_generator_state(at::Generator* generator, Result* out) {
  return guarded([&] { *out = own(generator->get_state()); });
}
API int st_set_generator_state(at::Generator* generator, at::Tensor* state) {
  return guarded([&] { generator->set_state(*state); });
}

API int st_get_threads() { return at::get_num_threads(); }
API int st_set_threads(int count) {
  return guarded([&] {
    at::set_num_threads(count);
    set_blas_threads(count);
  });
}
API int st_get_interop_threads() { return at::get_num_interop_threads(); }
API int st_set_interop_threads(int count) {
  return guarded([&] { at::set_num_interop_threads(count); });
}
