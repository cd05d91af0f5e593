"""Records what PyTorch answers to random calls: record_calls.py [calls per function] [seed] > calls.tsv

Each line: function, inputs, a statement of the forward language, the shapes and types it gave or ! for an
error. Debian: apt install python3-torch. The recording in use: record_calls.py 45 5 | gzip -9n."""
import torch, random, sys, warnings, math
import torch.nn.functional as F
from torch import *
warnings.filterwarnings("ignore")
import builtins
sum_=builtins.sum; max_=builtins.max; min_=builtins.min
R=random.Random(int(sys.argv[2]) if len(sys.argv)>2 else 1)
N=int(sys.argv[1]) if len(sys.argv)>1 else 60
DT={torch.float32:'f',torch.int64:'l',torch.bool:'b',torch.float64:'d',torch.int32:'i',torch.complex64:'c',torch.float16:'h',torch.uint8:'u',torch.int16:'s',torch.bfloat16:'g',torch.complex128:'z'}
def mk(k,shape):
    if k=='f': return torch.randn(shape)
    if k=='l': return torch.randint(0,2,shape)
    if k=='b': return torch.randint(0,2,shape).bool()
def rs(lo=0,hi=4,vals=(1,2,3,4,5,6)):
    return [R.choice(vals) for _ in builtins.range(R.randint(lo,hi))]
def ax(r,w=1):
    if r==0 and w==0: w=1
    return R.randint(-r-w, r-1+w)
def cat(): return None
def near(s):
    s=list(s)
    if s and R.random()<.35:
        i=R.randrange(len(s)); s[i]=R.choice([1,s[i],s[i]+1])
    if R.random()<.3: s=s[R.randint(0,len(s)):]
    if R.random()<.15: s=[R.choice([1,2])]+s
    return s
def fac(s):
    n=1
    for v in s: n*=v
    out=[]
    k=R.randint(1,4)
    for i in builtins.range(k-1):
        d=[x for x in builtins.range(1,n+1) if n%x==0]
        c=R.choice(d); out.append(c); n//=c
    out.append(n); R.shuffle(out)
    if R.random()<.6: out[R.randrange(len(out))]=-1
    if R.random()<.15: out[R.randrange(len(out))]=R.choice([-1,0,7,-2])
    return out
def T(*a): return '('+', '.join(map(str,a))+(',)' if len(a)==1 else ')')
def A(a): return ', '.join(map(str,a))
G={}
def g(f): G[f.__name__]=f; return f
def X(k='f',lo=0,hi=4): return (k,rs(lo,hi))
# every generator returns (dict name->(kind,shape), statement)
@g
def view():
    x=X(); return {'x':x}, R.choice(['x.view(%s)','x.reshape(%s)','torch.reshape(x, (%s,))','x.view([%s])'])%A(fac(x[1]))
@g
def view_as(): 
    x=X(); y=('f',[v for v in fac(x[1]) if v>0] or [1]); return {'x':x,'y':y}, R.choice(['x.view_as(y)','x.reshape_as(y)'])
@g
def flatten():
    x=X(); r=len(x[1]); return {'x':x}, R.choice(['torch.flatten(x, %d, %d)','x.flatten(%d, %d)','x.flatten(start_dim=%d, end_dim=%d)'])%(ax(r),ax(r)) if R.random()<.7 else R.choice(['x.flatten()','torch.flatten(x, 1)','x.ravel()'])
@g
def unflatten():
    x=('f',rs(1,3,(4,6,12))); r=len(x[1]); return {'x':x}, 'x.unflatten(%d, %s)'%(ax(r,0), T(*R.choice([(2,-1),(3,2),(2,2),(-1,3),(4,),(2,3,2),(-1,2,-1)])))
@g
def permute():
    x=X(); r=len(x[1]); p=list(builtins.range(r)); R.shuffle(p); p=[v if R.random()<.6 else v-r for v in p]
    if R.random()<.2 and p: p[R.randrange(r)]=ax(r)
    if R.random()<.1: p=p[1:]
    return {'x':x}, R.choice(['x.permute(%s)','torch.permute(x, [%s])','x.permute([%s])'])%A(p)
@g
def transpose():
    x=X(); r=len(x[1]); return {'x':x}, R.choice(['x.transpose(%d, %d)','torch.transpose(x, dim0=%d, dim1=%d)','x.swapaxes(%d, %d)'])%(ax(r),ax(r))
@g
def tt():
    x=X(); return {'x':x}, R.choice(['x.t()','torch.t(x)','x.mT','x.T'] if len(x[1])==2 else ['x.t()','torch.t(x)','x.mT'])
@g
def movedim():
    x=X(); r=len(x[1]); 
    if R.random()<.5: return {'x':x}, R.choice(['x.movedim(%d, %d)','torch.moveaxis(x, %d, %d)'])%(ax(r),ax(r))
    k=R.randint(1,2); return {'x':x}, 'torch.movedim(x, %s, %s)'%(T(*[ax(r,0) for _ in builtins.range(k)]),T(*[ax(r,0) for _ in builtins.range(k)]))
@g
def squeeze():
    x=('f',rs(0,4,(1,1,2,3))); r=len(x[1]); return {'x':x}, R.choice(['x.squeeze()','x.squeeze(%d)'%ax(r),'torch.squeeze(x, dim=%d)'%ax(r)])
@g
def unsqueeze():
    x=X(); r=len(x[1]); return {'x':x}, R.choice(['x.unsqueeze(%d)','torch.unsqueeze(x, dim=%d)'])%ax(r+1)
@g
def expand():
    x=('f',rs(0,3,(1,1,2,3))); s=[R.choice([-1,v,v if v>1 else 4]) for v in x[1]]
    if R.random()<.4: s=[R.choice([2,3,-1] if R.random()<.2 else [2,3])]+s
    if R.random()<.2 and s: s[R.randrange(len(s))]=5
    if R.random()<.1: s=s[1:]
    return {'x':x}, R.choice(['x.expand(%s)','x.expand((%s,))','torch.broadcast_to(x, (%s,))'] if s else ['x.expand(%s)'])%A(s)
@g
def expand_as():
    x=('f',rs(0,3,(1,1,2,3))); return {'x':x,'y':('f',near([v if v>1 else 4 for v in x[1]]))}, 'x.expand_as(y)'
@g
def repeat():
    x=X('f',0,3); k=R.randint(0,4); return {'x':x}, R.choice(['x.repeat(%s)','x.repeat([%s])','x.tile((%s,))' if k else 'x.tile(%s)'])%A([R.randint(1,3) for _ in builtins.range(k)])
@g
def repeat_interleave():
    x=X('f',0,3); r=len(x[1]); return {'x':x}, R.choice(['x.repeat_interleave(2)','x.repeat_interleave(%d, %d)'%(R.randint(1,3),ax(r)),'torch.repeat_interleave(x, 3, dim=%d)'%ax(r)])
@g
def roll():
    x=X(); r=len(x[1]); return {'x':x}, R.choice(['torch.roll(x, 1, %d)'%ax(r),'torch.roll(x, shifts=(1, -2), dims=(%d, %d))'%(ax(r),ax(r)),'x.roll(2)','torch.roll(x, (1, 2), 0)','torch.roll(x, shifts=(1, 2), dims=(0,))'])
@g
def flip():
    x=X(); r=len(x[1]); return {'x':x}, R.choice(['x.flip(%d)'%ax(r),'torch.flip(x, [%d, %d])'%(ax(r),ax(r)),'torch.flip(x, dims=(%d,))'%ax(r)])
@g
def narrow():
    x=X(); r=len(x[1]); return {'x':x}, R.choice(['x.narrow(%d, %d, %d)','torch.narrow(x, %d, %d, %d)'])%(ax(r,0 if r else 1),R.randint(-2,3),R.randint(0,3))
@g
def select():
    x=X(); r=len(x[1]); return {'x':x}, R.choice(['x.select(%d, %d)','torch.select(x, dim=%d, index=%d)'])%(ax(r,0 if r else 1),R.randint(-4,4))
@g
def index_select():
    x=('f',rs(1,3,(2,3,4))); r=len(x[1]); return {'x':x,'i':('l',rs(0,2,(1,2,3)))}, R.choice(['x.index_select(%d, i)','torch.index_select(x, dim=%d, index=i)'])%ax(r,0 if r else 1)
@g
def gather():
    x=('f',rs(1,3,(2,3,4))); r=len(x[1]); i=[max_(1,v+R.choice([-1,0,0,0,1])) for v in x[1]]
    if R.random()<.1: i=i[1:]
    return {'x':x,'i':('l',i)}, R.choice(['x.gather(%d, i)','torch.gather(x, dim=%d, index=i)'])%ax(r)
@g
def scatter():
    x=('f',rs(1,3,(2,3,4))); r=len(x[1]); i=[max_(1,v+R.choice([-1,0,0,0,1])) for v in x[1]]
    return {'x':x,'i':('l',i),'s':('f',[v+R.choice([0,0,0,1]) for v in i])}, 'x.scatter(%d, i, s)'%ax(r,0)
@g
def unfold():
    x=X('f',1,4); r=len(x[1]); return {'x':x}, 'x.unfold(%d, %d, %d)'%(ax(r,0),R.randint(1,4),R.randint(1,2))
@g
def chunk():
    x=('f',rs(1,3,(1,2,3,5,6,7,9))); r=len(x[1]); return {'x':x}, R.choice(['x.chunk(%d, %d)','torch.chunk(x, %d, dim=%d)'])%(R.randint(0 if R.random()<.1 else 1,5),ax(r,0))
@g
def split():
    x=('f',rs(1,3,(2,4,6,7))); r=len(x[1]); a=ax(r,0); s=x[1][a]
    if R.random()<.5: return {'x':x}, R.choice(['x.split(%d, %d)','torch.split(x, %d, dim=%d)'])%(R.randint(0 if R.random()<.2 else 1,5),a)
    p=R.randint(0,s); q=[p,s-p]
    if R.random()<.3: q=[p,s-p+1]
    return {'x':x}, R.choice(['x.split([%s], %d)','torch.split(x, [%s], dim=%d)','x.split_with_sizes([%s], %d)'])%(A(q),a)
@g
def tensor_split():
    x=('f',rs(1,3,(2,4,6,7))); r=len(x[1]); return {'x':x}, 'torch.tensor_split(x, %s, dim=%d)'%(R.choice(['3','2','5','(1, 3)','(2,)','[1, 2, 9]']),ax(r,0))
@g
def unbind():
    x=X('f',1,3); r=len(x[1]); return {'x':x}, R.choice(['x.unbind(%d)','torch.unbind(x, dim=%d)'])%ax(r)
@g
def cat():
    x=X('f',0 if R.random()<.1 else 1,3); r=len(x[1]); 
    def other():
        s=list(x[1])
        if R.random()<.7 and s: s[R.randrange(len(s))]+=1
        if R.random()<.05: s=[0]
        if R.random()<.05: s=s[1:]
        return s
    d=ax(r,0) if r else 0
    def o2():
        s=list(x[1]); 
        if r and R.random()<.8: s[d]+=R.randint(0,2)
        elif r: s=other()
        return s
    return {'x':x,'y':(R.choice('ffl'),o2()),'z':('f',o2())}, R.choice(['torch.cat([x, y, z], %d)','torch.cat((x, y), dim=%d)','torch.concat([y, z], dim=%d)','torch.cat([x], axis=%d)'])%d
@g
def stack():
    x=X('f',0,3); r=len(x[1]); y=list(x[1]) if R.random()<.8 else near(x[1]); return {'x':x,'y':('f',y)}, R.choice(['torch.stack([x, y], %d)','torch.stack((x, y), dim=%d)'])%ax(r+1)
@g
def hstack():
    x=X('f',0,3); y=list(x[1])
    if y: y[R.randrange(len(y))]+=R.choice([0,1])
    return {'x':x,'y':('f',y)}, R.choice(['torch.hstack((x, y))','torch.vstack([x, y])','torch.dstack([x, y])','torch.column_stack((x, y))'])
@g
def matmul():
    b=rs(0,2,(1,2,3)); n=R.randint(1,5); 
    x=near(b)+[R.randint(1,5),n]; y=near(b)+[n if R.random()<.85 else 6,R.randint(1,5)]
    if R.random()<.15: x=[n]
    if R.random()<.15: y=[n]
    if R.random()<.05: x=[]
    return {'x':('f',x),'y':('f',y)}, R.choice(['x @ y','torch.matmul(x, y)','x.matmul(y)'])
@g
def bmm():
    b,n,m,p=[R.randint(1,4) for _ in builtins.range(4)]; j=lambda v: v if R.random()<.92 else v+1
    return {'x':('f',[b,n,m][0 if R.random()<.9 else 1:]),'y':('f',[j(b),j(m),p])}, R.choice(['torch.bmm(x, y)','x.bmm(y)'])
@g
def mm():
    n,m,p=[R.randint(1,4) for _ in builtins.range(3)]; j=lambda v: v if R.random()<.9 else v+1
    c=R.choice(['torch.mm(x, y)','x.mm(y)','torch.addmm(b, x, y)','b.addmm(x, y)'])
    return {'x':('f',[n,m][0 if R.random()<.9 else 1:]),'y':('f',[j(m),p]),'b':('f',near([n,p]))}, c
@g
def baddbmm():
    b,n,m,p=[R.randint(1,4) for _ in builtins.range(4)]; j=lambda v: v if R.random()<.95 else v+1
    return {'x':('f',[b,n,m]),'y':('f',[j(b),j(m),p]),'b':('f',near([b,n,p]))}, R.choice(['torch.baddbmm(b, x, y, beta=0.5, alpha=2)','b.baddbmm(x, y)'])
@g
def dots():
    n=R.randint(1,4); j=lambda v: v if R.random()<.8 else v+1
    return {'x':('f',[n]),'y':('f',[j(n)] if R.random()<.9 else [n,2]),'w':('f',rs(1,3,(n,n+1)))}, R.choice(['torch.dot(x, y)','x.dot(y)','torch.outer(x, y)','x.outer(y)','torch.mv(w, x)','torch.inner(w, x)','torch.cdist(w, w)','torch.tensordot(w, x, 1)'])
@g
def einsum():
    d={c:R.randint(1,4) for c in 'bijkhd'}
    eq=R.choice(['ij,jk->ik','bij,bjk->bik','bhid,bhjd->bhij','...ij,...jk->...ik','ij->ji','ii->i','ij,ij','bij->b','i,j->ij','b i j , b j k -> b i k','bhij,bjhd->bihd','ij,jk','...i->...','ijk->kx','iji->j'])
    ins=[t.strip() for t in eq.split('->')[0].replace(' ','').split(',')]
    vs={}
    for n,t in zip('xyz',ins):
        s=[]
        if '...' in t: s+=rs(0,2,(2,))
        s+=[d[c] if R.random()<.95 else d[c]+1 for c in t.replace('...','')]
        if R.random()<.04: s=s[1:]
        vs[n]=('f',s)
    return vs, "torch.einsum('%s', %s)"%(eq,A(vs))
@g
def arith():
    x=X(R.choice('ffl')); y=(R.choice('ffl'),near(x[1]))
    return {'x':x,'y':y}, R.choice(['x + y','x - y','x * y','x / y','torch.add(x, y, alpha=2)','x.mul(y)','torch.maximum(x, y)','x ** y','torch.div(x, y)','x.add(1)','x * 2','2 - x','x / 3','x + 1.5','1 / (x + 1.0)','torch.true_divide(x, y)','torch.sub(x, 1)','torch.pow(x, 2)','x.pow(2.0)','-x','torch.sqrt(x)','x.exp()','torch.abs(x)','x.clamp(min=0)','torch.clamp(x, 0, 1)','x.clamp(-1.5, 1)','torch.where(x > 0, x, y)','torch.where(y == 0, x, x)','x.masked_fill(y == 0, 0.5)','torch.minimum(x, y)','torch.log1p(x)'])
@g
def inplace():
    x=X('f'); y=(R.choice('f'),near(x[1]))
    return {'x':x,'y':y}, R.choice(['x.add_(y)','x.mul_(y)','x.clamp_(0, 1)','x.sub_(1)','x.div_(y)'])
@g
def compare():
    x=X(R.choice('fl')); y=(R.choice('fl'),near(x[1]))
    return {'x':x,'y':y}, R.choice(['x == y','x < y','x >= 1','torch.eq(x, y)','x.ne(0)','(x > 0) & (y > 0)','~(x > 0)','(x > 0) | (y < 1)','torch.logical_and(x, y)','x.gt(y)'])
@g
def reduce():
    x=X(R.choice('ffl')); r=len(x[1])
    f=R.choice(['sum','prod','amax','amin','any','all','argmax','argmin'] if x[0]=='l' else ['sum','mean','prod','amax','amin','std','var','logsumexp','argmax','argmin','norm','any','all'])
    one=f in('prod','argmax','argmin','any','all')
    d=str(ax(r)) if one or R.random()<.5 else T(*[ax(r,0 if R.random()<.9 else 1) for _ in builtins.range(R.randint(1,3))])
    k=R.choice(['',', keepdim=True',', keepdim=False'])
    if f=='norm': return {'x':x}, R.choice(['x.norm(dim=%s%s)'%(d,k),'torch.norm(x, 2, %s%s)'%(d,k),'x.norm()','x.norm(p=2, dim=%s%s)'%(d,k)])
    if f=='logsumexp': return {'x':x}, 'torch.logsumexp(x, %s%s)'%(d,k)
    if f in('std','var') : return {'x':x}, R.choice(['x.%s(%s%s)','torch.%s(x, %s%s)','x.%s(%s, False%s)','x.%s(dim=%s, unbiased=False%s)'])%(f,d,k)
    return {'x':x}, R.choice(['x.%s()'%f]+['x.%s(%s%s)'%(f,d,k),'torch.%s(x, dim=%s%s)'%(f,d,k)]*2)
@g
def picks():
    x=X(R.choice('ffl')); r=len(x[1]); d=ax(r)
    return {'x':x,'y':(x[0],near(x[1]))}, R.choice(['x.max(%d)'%d,'torch.max(x, dim=%d, keepdim=True)'%d,'x.max()','torch.min(x, y)','torch.max(x, y)','x.min(dim=%d)'%d,'x.sort(%d)'%d,'torch.sort(x, dim=%d, descending=True)'%d,'x.argsort(%d)'%d,'x.topk(%d, %d)'%(R.randint(0,4),d),'torch.topk(x, k=%d, dim=%d)'%(R.randint(0,4),d),'x.cumsum(%d)'%d,'torch.cumsum(x, dim=%d)'%d,'x.median()','x.median(%d)'%d,'x.kthvalue(%d, %d)'%(R.randint(1,4),d),'x.topk(2)','x.max(1)[0]','x.max(dim=0).values','x.max(dim=0)[1]'])
@g
def index():
    x=('f',rs(1,4,(2,3,4,5))); r=len(x[1])
    def it():
        k=R.random()
        if k<.2: return str(R.randint(-3,3))
        if k<.45: return ':'
        if k<.75:
            f=lambda: '' if R.random()<.4 else str(R.randint(-4,5))
            s=f()+':'+f()
            if R.random()<.25: s+=':'+str(R.choice([1,2,3,0] if R.random()<.1 else [1,2,3]))
            return s
        if k<.85: return 'None'
        if k<.9: return '[%s]'%A([R.randint(-2,1) for _ in builtins.range(R.randint(1,3))])
        if k<.95: return R.choice(['i','j'])
        return '...'
    its=[it() for _ in builtins.range(R.randint(1,r+1))]
    if its.count('...')>1: its=['...']
    return {'x':x,'i':('l',rs(0,2,(1,2,3))),'j':('l',rs(0,2,(1,2)))}, 'x['+A(its)+']'
@g
def mask_index():
    x=('f',rs(1,3,(2,3))); return {'x':x,'m':('b',near(x[1]))}, 'x.masked_fill(m, 0)'
@g
def setitem():
    x=('f',rs(1,3,(2,3,4))); v=near(x[1][1:]); return {'x':x,'v':('f',v)}, R.choice(['x[0] = v','x[:1] = v','x[..., 0] = v','x[:, 0] = v','x[1:, :1] = v','x[0] += v','x += v','x *= v'])+'; y = x'
@g
def create():
    x=X('f',1,3); r=len(x[1]); n=R.randint(0,5); m=R.randint(1,4)
    return {'x':x}, R.choice(['torch.zeros(%d, %d)'%(n,m),'torch.ones((%d, %d))'%(n,m),'torch.zeros(x.size(0), %d, dtype=torch.long)'%m,'torch.zeros_like(x)','torch.ones_like(x, dtype=torch.bool)','torch.full((%d, %d), 1.5)'%(n,m),'torch.full((%d,), 1)'%n,'torch.arange(%d)'%n,'torch.arange(1, %d)'%(n+1),'torch.arange(0, %d, 2)'%n,'torch.arange(0, 1, 0.3)','torch.arange(5, 0, -2)','torch.arange(5, 0)','torch.arange(%d, dtype=torch.float32)'%n,'torch.linspace(0, 1, %d)'%n,'torch.eye(%d)'%n,'torch.eye(%d, %d)'%(n,m),'torch.randn(%d, x.shape[0])'%n,'torch.rand(%d)'%n,'torch.empty(%d, %d, %d)'%(n,m,m),'x.new_zeros(%d, %d)'%(n,m),'x.new_ones((%d,))'%n,'torch.tensor([1, 2, 3])','torch.tensor([[1.0, 2.0], [3.0, 4.0]])','torch.tensor(1.0)','torch.tensor([[1], [2, 3]])','torch.tensor([True, False])','torch.randint(0, 5, (%d, %d))'%(n,m),'torch.randint(5, (%d,))'%n,'torch.randn_like(x)','torch.full_like(x, 2)','x.new_full((%d,), 3)'%n,'torch.zeros(-1, 2)','torch.randperm(%d)'%n,'torch.rand_like(x)','torch.zeros([])'])
@g
def meshgrid():
    return {'x':('f',rs(0,1)),'y':('f',rs(0,2) if R.random()<.2 else rs(1,1))}, R.choice(["torch.meshgrid(x, y)","torch.meshgrid([x, y], indexing='xy')","torch.meshgrid(x, y, x, indexing='ij')"])
@g
def tri():
    x=X(); r=len(x[1]); return {'x':x}, R.choice(['x.tril()','torch.triu(x, diagonal=1)','torch.tril(x, -1)','torch.diagonal(x, %d, 0, 1)'%R.randint(-2,2),'x.diagonal(dim1=-2, dim2=-1)','torch.diag(x)','torch.diag_embed(x)','torch.diag(x, 1)'])
@g
def cast():
    x=X(R.choice('flb')); return {'x':x,'y':('l',[1])}, R.choice(['x.float()','x.long()','x.to(torch.float64)','x.bool()','x.type(torch.long)','x.to(dtype=torch.int32)','x.type_as(y)','x.contiguous()','x.clone()','x.detach()','x.double()','x.half()','x.int()','x.to(y)','x.to("cpu")'])
@g
def ask():
    x=X(); r=len(x[1]); return {'x':x}, R.choice(['torch.zeros(x.size(%d))'%ax(r),'torch.zeros(x.size())','torch.zeros(x.shape)','torch.zeros(x.dim())','torch.zeros(x.numel())','torch.zeros(len(x.shape), 2)','torch.zeros(*x.shape[:2])','torch.zeros(x.shape[-1] * 2)','torch.zeros(torch.numel(x) // 2)','torch.zeros(x.ndim + 1)'])
@g
def norms():
    x=X(); r=len(x[1]); return {'x':x}, R.choice(['F.normalize(x, dim=%d)'%ax(r),'F.normalize(x, p=2, dim=%d)'%ax(r),'F.normalize(x)','torch.softmax(x, %d)'%ax(r),'x.log_softmax(dim=%d)'%ax(r),'F.softmax(x, dim=%d)'%ax(r)])
@g
def one_hot():
    x=X('l',0,3); return {'x':x}, R.choice(['F.one_hot(x, 5)','F.one_hot(x, num_classes=3)'])
@g
def grid():
    n,c,h,w=[R.randint(1,4) for _ in builtins.range(4)]; 
    g_=[n if R.random()<.9 else n+1,R.randint(1,4),R.randint(1,4),2 if R.random()<.9 else 3]
    return {'x':('f',[n,c,h,w]),'g':('f',g_),'t':('f',[n,2,3] if R.random()<.9 else [n,3,4])}, R.choice(['F.grid_sample(x, g)',"F.grid_sample(x, g, mode='bilinear', padding_mode='zeros', align_corners=False)",'F.affine_grid(t, (%d, %d, 3, 5))'%(n if R.random()<.9 else n+1,c),'F.affine_grid(t, x.size())','F.affine_grid(t, [%d, 2, 3, 4, 5])'%n])
@g
def misc():
    x=X(); return {'x':x,'y':('f',near(x[1]))}, R.choice(['torch.broadcast_tensors(x, y)','torch.atleast_2d(x)','torch.atleast_1d(x)','torch.atleast_3d(x)','torch.fliplr(x) if x.dim() > 9 else x','torch.isnan(x)','torch.nan_to_num(x)','torch.round(x)','torch.cumprod(x, 0)','torch.masked_fill(x, x > 0, 1.0)'])
def desc(v):
    if isinstance(v,torch.Tensor): return DT[v.dtype]+'['+','.join(map(str,v.shape))+']'
    if isinstance(v,(tuple,list)): return '|'.join(desc(q) for q in v)
    return '?'
seen=set(); out=[]
names=sorted(G)
if len(sys.argv)>3: names=sys.argv[3].split(',')
for name in names:
    for _ in builtins.range(N):
        ins,st=G[name]()
        if ' if ' in st: continue
        env=dict(globals()); 
        used={k:v for k,v in ins.items() if True}
        for k,(kk,s) in used.items(): env[k]=mk(kk,s)
        text=st if '=' in st.split('(')[0].replace('==','').replace('>=','').replace('<=','') and not st.startswith('torch') else 'y = '+st
        if st.endswith('; y = x'): text=st
        elif not text.startswith('y = '): text='y = '+st
        try:
            exec(text,env); r=desc(env['y'])
        except Exception as e:
            r='!'
        line=' '.join('%s=%s[%s]'%(k,v[0],','.join(map(str,v[1]))) for k,v in used.items())+'\t'+text+'\t'+r
        if line not in seen: seen.add(line); out.append(name+'\t'+line)
print('\n'.join(out))
