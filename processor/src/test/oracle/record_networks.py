"""Traces torchvision's networks into statements of the forward language with the shape of every value.

record_networks.py OUT_DIR [name ...]: one JSON file a network. Debian: apt install python3-torch python3-torchvision.
"""
import inspect, json, operator, sys, warnings, os, traceback
import torch, torch.fx, torch.nn as nn, torchvision
from torch._subclasses.fake_tensor import FakeTensorMode
warnings.filterwarnings("ignore")
torch.manual_seed(0)

OPS={operator.add:'+',operator.sub:'-',operator.mul:'*',operator.truediv:'/',operator.floordiv:'//',operator.mod:'%',
     operator.pow:'**',operator.matmul:'@',operator.eq:'==',operator.ne:'!=',operator.lt:'<',operator.gt:'>',operator.le:'<=',operator.ge:'>=',
     operator.and_:'&',operator.or_:'|',operator.iadd:'+',operator.imul:'*'}
def field(path):
    f=path.replace('.','_').replace('-','_')
    return 'm'+f if f[:1].isdigit() else f
def arg(a):
    if isinstance(a,torch.fx.Node): return a.name
    if isinstance(a,torch.Size): a=tuple(a)
    if isinstance(a,tuple): return '('+', '.join(arg(x) for x in a)+(',)' if len(a)==1 else ')')
    if isinstance(a,list): return '['+', '.join(arg(x) for x in a)+']'
    if isinstance(a,slice):
        p=lambda v:'' if v is None else arg(v)
        return p(a.start)+':'+p(a.stop)+('' if a.step is None else ':'+p(a.step))
    if a is Ellipsis: return '...'
    if isinstance(a,float) and a!=a: return "float('nan')"
    if isinstance(a,float) and a in(float('inf'),-float('inf')): return "float('%sinf')"%('-' if a<0 else '')
    if isinstance(a,(torch.dtype,torch.device)): return str(a) if isinstance(a,torch.dtype) else "'cpu'"
    return repr(a)
def call(args,kwargs):
    return '('+', '.join([arg(a) for a in args]+['%s = %s'%(k,arg(v)) for k,v in kwargs.items()])+')'
LEAVES=set()
def index(i):
    if isinstance(i,tuple): return ', '.join(arg(x) for x in i)
    return arg(i)
def statement(n):
    if n.op=='output': return 'return '+arg(n.args[0] if not isinstance(n.args[0],dict) else tuple(n.args[0].values()))
    if n.op=='get_attr':
        for l in LEAVES:
            if n.target.startswith(l+'.'): return '%s = self.%s.%s'%(n.name,field(l),n.target[len(l)+1:])
        return '%s = self.%s'%(n.name,field(n.target))
    if n.op=='call_module': return '%s = self.%s%s'%(n.name,field(n.target),call(n.args,n.kwargs))
    if n.op=='call_method': return '%s = %s.%s%s'%(n.name,arg(n.args[0]),n.target,call(n.args[1:],n.kwargs))
    t=n.target
    if t is getattr: return '%s = %s.%s'%(n.name,arg(n.args[0]),n.args[1])
    if t is operator.getitem: return '%s = %s[%s]'%(n.name,arg(n.args[0]),index(n.args[1]))
    if t is operator.setitem: return '%s[%s] = %s'%(arg(n.args[0]),index(n.args[1]),arg(n.args[2]))
    if t is operator.neg: return '%s = -%s'%(n.name,arg(n.args[0]))
    if t in OPS and len(n.args)==2: return '%s = %s %s %s'%(n.name,arg(n.args[0]),OPS[t],arg(n.args[1]))
    mod=getattr(t,'__module__','') or ''
    name=t.__name__
    if mod=='torch.nn.functional' or hasattr(nn.functional,name) and getattr(nn.functional,name) is t: name='torch.nn.functional.'+name
    elif mod=='math': name='math.'+name
    elif mod.startswith('torchvision'): name='torchvision.ops.'+name
    elif mod=='builtins' and t in (int,float,len,max,min): pass
    else: name='torch.'+name
    return '%s = %s%s'%(n.name,name,call(n.args,n.kwargs))
def plain(v):
    if isinstance(v,torch.Size): return list(v)
    if isinstance(v,tuple): return [plain(x) for x in v]
    if isinstance(v,(list,)): return [plain(x) for x in v]
    return v
def attributes(m):
    out={}
    for name in inspect.signature(type(m).__init__).parameters:
        if name in('self','device','dtype','args','kwargs','norm_layer') : continue
        if name=='bias': 
            v=getattr(m,'bias',None); out[name]=(v is not None) if not isinstance(v,bool) else v; 
            if isinstance(m,nn.MultiheadAttention): out[name]=m.in_proj_bias is not None
            continue
        if hasattr(m,name):
            v=plain(getattr(m,name))
            if isinstance(v,(int,float,bool,str,list)) or v is None: out[name]=v
    return out
def sizes(a,b):
    if isinstance(a,torch.Tensor):
        r=[]
        for p,q in zip(a.shape,b.shape):
            k=q-p; c=p-2*k
            r.append(p if k==0 else ('%d*N'%k if k!=1 else 'N')+('' if c==0 else '%+d'%c))
        return r
    if isinstance(a,(tuple,list)): a=[x for x in a if x is not None]; b=[x for x in b if x is not None]
    if isinstance(a,(tuple,list)) and a and all(isinstance(x,torch.Tensor) for x in a): return {'tuple':[sizes(x,y) for x,y in zip(a,b)]}
    return None
class Run(torch.fx.Interpreter):
    def __init__(self,m): super().__init__(m); self.values={}
    def run_node(self,n):
        v=super().run_node(n); 
        self.values[n.name]=v if not isinstance(v,torch.Tensor) else v.detach(); return v
import dis
def unpack(self):
    frame=inspect.currentframe().f_back
    for i in dis.get_instructions(frame.f_code):
        if i.offset==frame.f_lasti and i.opname=='UNPACK_SEQUENCE': return (self[k] for k in range(i.argval))
    raise torch.fx.proxy.TraceError('iteration')
torch.fx.Proxy.__iter__=unpack
class Tracer(torch.fx.Tracer):
    def is_leaf_module(self,m,q):
        return m.__module__.startswith('torch.nn') and not isinstance(m,(nn.Sequential,nn.ModuleList))
# Sizes are plain numbers but for the batch, so that control flow over sizes can be traced.
class Sized(torch.fx.Proxy):
    @property
    def shape(self):
        ex=EX.get(self.node.name)
        if not isinstance(ex,torch.Tensor): return super().__getattr__('shape')
        s=torch.fx.Proxy.__getattr__(self,'shape')
        return tuple(s[i] if (i==0 and BATCHED(self,ex)) else d for i,d in enumerate(ex.shape))
    def __setitem__(self,k,v): self.tracer.create_proxy('call_function',operator.setitem,(self,k,v),{})
    def size(self,d=None):
        return self.shape if d is None else self.shape[d]
    def dim(self): return EX[self.node.name].dim()
    @property
    def ndim(self): return EX[self.node.name].dim()
    @property
    def device(self): return torch.device('cpu')
    @property
    def dtype(self): return EX[self.node.name].dtype
    def __getattr__(self,k): return torch.fx.proxy.Attribute(self,k) if k not in('shape','size','dim','ndim') else object.__getattribute__(self,k)
EX={}; EX3={}
def BATCHED(p,ex): return ex.shape[0]!=EX3[p.node.name].shape[0]
class Concrete(Tracer):
    def attr(self,target):
        v=self.root
        g=nn.Module.__getattr__; nn.Module.__getattr__=torch.fx._symbolic_trace._orig_module_getattr
        try:
            for k in target.split('.'): v=getattr(v,k)
        finally: nn.Module.__getattr__=g
        return v
    def plain(self,m,args,kwargs):
        T=torch.fx._symbolic_trace; c=nn.Module.__call__; g=nn.Module.__getattr__
        nn.Module.__call__=T._orig_module_call; nn.Module.__getattr__=T._orig_module_getattr
        try: return m(*args,**kwargs)
        finally: nn.Module.__call__=c; nn.Module.__getattr__=g
    def proxy(self,node): return Sized(node,self)
    def create_proxy(self,kind,target,args,kwargs,name=None,type_expr=None,proxy_factory_fn=None):
        p=super().create_proxy(kind,target,args,kwargs,name,type_expr,proxy_factory_fn)
        n=p.node
        for env,b in((EX,2),(EX3,3)):
            load=lambda a: torch.fx.node.map_arg(a,lambda q: env[q.name] if q.name in env else self.attr(q.target))
            with torch.no_grad():
                if kind=='placeholder': v=torch.randn(b,*self.sample)
                elif kind=='call_function': v=target(*load(n.args),**load(n.kwargs))
                elif kind=='call_method': v=getattr(load(n.args[0]),target)(*load(n.args[1:]),**load(n.kwargs))
                elif kind=='call_module': v=self.plain(self.root.get_submodule(target),load(n.args),load(n.kwargs))
                elif kind=='get_attr': v=self.attr(target)
                else: v=None
            env[n.name]=v
        return p
def trace(name,model,shape,tracer=Tracer):
    model.eval()
    tr=tracer(); tr.sample=shape; EX.clear(); EX3.clear()
    graph=tr.trace(model)
    gm=torch.fx.GraphModule(model,graph)
    vals=[]
    with torch.no_grad():
        for n in (2,3):
            r=Run(gm); r.run(torch.randn(n,*shape)); vals.append(r.values)
    mods=dict(model.named_modules())
    layers=[]; leaves=set()
    def walk(prefix,m):
        if prefix and m.__module__.startswith('torch.nn') and not isinstance(m,(nn.Sequential,nn.ModuleList,nn.ModuleDict)):
            leaves.add(prefix); layers.append({'name':field(prefix),'type':type(m).__name__,'attributes':attributes(m)}); return
        for k,p in m.named_parameters(recurse=False): layers.append({'name':field((prefix+'.' if prefix else '')+k),'parameter':list(p.shape)})
        for k,p in m.named_buffers(recurse=False): layers.append({'name':field((prefix+'.' if prefix else '')+k),'buffer':list(p.shape)})
        for k,c in m.named_children(): walk((prefix+'.' if prefix else '')+k,c)
    walk('',model)
    LEAVES.clear(); LEAVES.update(leaves)
    for n in graph.nodes:
        if n.op=='get_attr' and n.target.startswith('_tensor_constant'):
            layers.append({'name':n.target,'buffer':list(getattr(tr.root,n.target).shape)})
    lines=[];steps=[]
    for n in graph.nodes:
        if n.op=='placeholder': inp=n.name; continue
        lines.append(statement(n))
        if n.op in('output',): continue
        if n.op=='get_attr' or n.target is operator.setitem or n.name not in vals[0]: continue
        s=sizes(vals[0][n.name],vals[1][n.name])
        if n.target is operator.getitem and not isinstance(vals[0][n.args[0].name],torch.Tensor): s=None
        if s is not None and n.target is not getattr: steps.append([n.name,s])
    return {'model':name,'input':inp,'sample':list(shape),'layers':layers,'forward':lines,'steps':steps,
            'params':sum(p.numel() for p in model.parameters())}
def zoo():
    m=torchvision.models
    for n in m.list_models() if hasattr(m,'list_models') else []: yield n,m.get_model
if __name__=='__main__':
    out=sys.argv[1]; os.makedirs(out,exist_ok=True)
    M=torchvision.models
    names=sys.argv[2:] or M.list_models()
    ok=0
    mode=FakeTensorMode(); mode.__enter__()
    for n in names:
        shape=(3,224,224)
        kw={}
        if 'inception_v3' in n: shape=(3,299,299)
        try:
            b=M.get_model_builder(n); mod=b.__module__
            if 'quantized' in n: continue
            if '.video.' in mod or mod.endswith('video'): shape=(3,16,112,112)
            if 'mvit' in n: shape=(3,16,224,224)
            if '.segmentation' in mod: kw={'weights_backbone':None}; shape=(3,130,130)
            if '.detection' in mod or 'raft' in n: continue
            if n in('googlenet','inception_v3'): kw={'init_weights':False}
            tracer=Tracer
            if 'regnet' in n:
                if n not in('regnet_x_400mf','regnet_y_400mf','regnet_y_800mf'): continue
                mode.__exit__(None,None,None); model=M.get_model(n,weights=None)
                d=trace(n,model,(3,64,64)); mode=FakeTensorMode(); mode.__enter__()
            else:
                if 'swin' in n or 'maxvit' in n or 'mvit' in n:
                    tracer=Concrete; W=torch.fx._symbolic_trace._wrapped_fns_to_patch
                    W[:]=[x for x in W if x[1]=='stochastic_depth' or not any(k in str(x[0].get('__name__','')) for k in('swin','maxvit','mvit'))]
                if n=='s3d': shape=(3,16,224,224)
                d=trace(n,M.get_model(n,weights=None,**kw),shape,tracer)
            json.dump(d,open(out+'/'+n+'.json','w')); ok+=1
            print(n,len(d['forward']),flush=True)
        except Exception as e:
            print('FAIL',n,type(e).__name__,str(e)[:200],[ (f.name,f.lineno) for f in traceback.extract_tb(e.__traceback__)][-4:],flush=True)
    print(ok)
