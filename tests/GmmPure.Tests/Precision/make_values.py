"""Writes values.txt: what mpmath and exact rational arithmetic say of functions of binary numbers.

    python3 make_values.py > values.txt

A line is: function, bits, arguments, result. Numbers are significand:exponent, the significand in hexadecimal, or decimal
text where the function reads or writes it. Elementary functions are computed with more than twice the bits and rounded
once; the rest is rounded from the exact result.
"""
import random
from fractions import Fraction

from mpmath import mp
from mpmath.libmp import from_man_exp, round_nearest

random.seed(20240229)


def spell(number):
    significand, exponent = number
    return f"{'-' if significand < 0 else ''}{abs(significand):x}:{exponent}"


def nearest(fraction):
    """The nearest integer, of two the even one."""
    return round(fraction)


def floor_log2(fraction):
    guess = fraction.numerator.bit_length() - fraction.denominator.bit_length()
    return guess if fraction >= Fraction(2) ** guess else guess - 1


def floor_log10(fraction):
    guess = len(str(fraction.numerator)) - len(str(fraction.denominator))
    return guess if fraction >= Fraction(10) ** guess else guess - 1


def rounded(fraction, bits):
    """The significand and exponent of the nearest number of so many bits."""
    if fraction == 0:
        return (0, 0)
    exponent = floor_log2(abs(fraction)) - bits + 1
    significand = nearest(fraction / Fraction(2) ** exponent)
    return (significand // 2, exponent + 1) if abs(significand) == 1 << bits else (significand, exponent)


def exact(number):
    significand, exponent = number
    return Fraction(significand) * Fraction(2) ** exponent


def parts(value):
    """The significand and exponent of a number of mpmath's."""
    sign, significand, exponent, _ = value._mpf_
    return (-int(significand) if sign else int(significand), int(exponent))


def line(function, bits, arguments, result):
    print(function, bits, *map(spell, arguments), spell(result))


def elementary(function, bits, argument, *, of):
    mp.prec = 2 * bits + 400
    value = of(to_mpmath(argument))
    mp.prec = bits
    line(function, bits, [argument], parts(+value))


def to_mpmath(number):
    return mp.make_mpf(from_man_exp(number[0], number[1], 2 * mp.prec + 64, round_nearest))


def full(bits):
    """A random significand."""
    return random.getrandbits(bits - 1) | (1 << (bits - 1))


def signed(number):
    return (random.choice([-1, 1]) * number[0], number[1])


def constant(value, bits):
    """A real number, rounded to so many bits."""
    mp.prec = bits
    return parts(+value())


def near_one(bits):
    for k in [1, 2, 3, 5, 6, 7, 8, 9, 12, 18, 19, 40, bits // 3, bits // 2, bits - 2, bits - 1]:
        yield ((1 << k) + 1, -k)
        yield ((1 << k) - 1, -k)
        yield ((1 << (bits - 1)) + random.getrandbits(max(1, bits - 1 - k)), 1 - bits)
    yield ((1 << bits) - 1, -bits)
    yield (1, 0)


def tables_nodes(bits):
    """Beside the numbers at which the argument's leading digits change."""
    for digits in [6, 12, 18]:
        for _ in range(3):
            node = (1 << digits) + random.getrandbits(digits)
            for step in [-1, 0, 1]:
                yield ((node << (bits - 1 - digits)) + step, 1 - bits)


def exp_arguments(bits):
    yield (0, 0)
    for k in [1, 5, 6, 7, 12, 18, 30, bits // 2, bits - 1, bits, bits + 1, bits + 2, bits + 3, bits + 40]:
        # 1 + 2^-bits and 1 - 2^(-bits - 1) are halfway between two numbers.
        yield (1, -k)
        yield (-1, -k)
        yield signed((full(bits), -bits - k))
    for n in [1, -1, 2, 3, 10, -100, 12345]:
        yield (n, 0)
        significand, exponent = constant(lambda: n * mp.ln(2), bits)
        for step in [-1, 0, 1]:
            yield (significand + step, exponent)
    for size in [0, 1, 2, 3, 5, 8, 10, 16, 24, 40, 60]:
        yield signed((full(bits), size - bits))
        yield signed((full(53), size - 53))
    for digits in [6, 12, 18]:
        node = random.getrandbits(digits - 1)
        yield ((node << (bits - digits)) - 1, -bits)
        yield (node, -digits)


def log_arguments(bits):
    yield from near_one(bits)
    yield from tables_nodes(bits)
    for n in [2, 3, 5, 7, 10, 100, 12345, 10**20]:
        yield (n, 0)
    for exponent in [-(2**60), -(10**9), -1100, -bits - 5, -bits - 1, 1 - bits, -3, 0, 77, 10**6, 2**60]:
        yield (full(bits), exponent)
    for _ in range(10):
        yield (full(bits), random.randint(-bits - 20, 20))
        yield (full(53), random.randint(-60, 20))


def root_arguments(bits):
    yield (0, 0)
    for n in [1, 2, 3, 4, 10, 144]:
        yield (n, 0)
        yield (n, -1)
    for _ in range(6):
        half = full(bits // 2)
        for step in [-1, 0, 1]:
            yield (half * half + step, random.randint(-50, 50))
        yield (full(bits), random.randint(-1000, 1000))
    yield ((1 << bits) - 1, 0)
    yield ((1 << bits) - 1, 1)
    yield ((1 << (bits - 1)) + 1, 2**60)


def sums(bits):
    one = 1 << (bits - 1)
    for gap in [0, 1, 2, bits - 2, bits - 1, bits, bits + 1, bits + 2, bits + 3, bits + 60]:
        yield (full(bits), gap), signed((full(bits), 0))
        yield (one, gap), (-(2 * one - 1), 0)
        yield (one, gap), (-one, 0)
        yield (one, gap), (-one - 1, 0)
        yield (one + 1, gap), (one, 0)
        yield (2 * one - 1, gap), (one, 0)
        yield (2 * one - 1, gap), (-one, 0)
    for _ in range(6):
        a = full(bits)
        yield (a, 0), (-a + random.randint(-3, 3), 0)
        yield (a, 0), (-a // 2, 1)
        yield signed((full(bits), random.randint(-80, 80))), signed((full(bits), random.randint(-80, 80)))
    yield (full(bits), 5), (0, 0)


def products(bits):
    one = 1 << (bits - 1)
    for _ in range(10):
        yield signed((full(bits), random.randint(-80, 80))), signed((full(bits), random.randint(-80, 80)))
        # A product of one bit too many whose last is set is a tie.
        half = (full(bits // 2) | 1, 3)
        yield half, signed((full(bits // 2 + 1) | 1, -7))
    yield (2 * one - 1, 0), (2 * one - 1, 0)
    yield (one + 1, 0), (2 * one - 1, 0)
    yield (one + 1, 0), (one - 1, 0)
    yield (one + 1, 0), (3, 0)
    yield (one + 3, 0), (3, 0)
    yield (full(bits), 0), (0, 0)


def quotients(bits):
    one = 1 << (bits - 1)
    for _ in range(10):
        yield signed((full(bits), random.randint(-80, 80))), signed((full(bits), random.randint(-80, 80)))
        divisor = full(bits // 2)
        yield (divisor * full(bits // 2), 0), signed((divisor, 9))
    yield (1, 0), (3, 0)
    yield (1, 0), (10, 0)
    yield (2, 0), (3, 0)
    yield (one, 0), (2 * one - 1, 0)
    yield (2 * one - 1, 0), (one, 0)
    yield (2 * one - 1, 0), (2 * one - 2, 0)
    yield (0, 0), (5, 0)


def texts(bits):
    yield from ["1", "0.1", "-0.1", "10", "1e22", "1E23", "123456789.125", "1e-300", "-4.9e-324", "6.02214076e23", ".5", "7."]
    for _ in range(8):
        digits = random.randint(1, 3 * bits // 8)
        yield f"{random.choice('-+')}{random.getrandbits(bits)}.{random.getrandbits(bits)}e{random.randint(-400, 400)}"
        yield f"{random.getrandbits(4 * digits)}e{random.randint(-1000, 1000)}"
    # Halfway between two numbers, and a little to each side of it.
    for _ in range(3):
        tie = 2 * full(bits) + 1
        yield str(tie)
        yield f"{tie}.000000000000000000000000000000000000000000000000000001"
        yield f"{tie - 1}.999999999999999999999999999999999999999999999999999999"
        yield f"{tie * 5**20}e-20"
        yield f"{tie * 2**20}"


def decimal(number, digits):
    """Significand and exponent of the first digit, of the number rounded to so many decimal digits."""
    magnitude = abs(exact(number))
    exponent = floor_log10(magnitude)
    significand = nearest(magnitude / Fraction(10) ** (exponent - digits + 1))
    if significand == 10**digits:
        significand, exponent = significand // 10, exponent + 1
    text = str(significand)
    point = "." if digits > 1 else ""
    power = f"E{exponent:+d}" if exponent else ""
    return f"{'-' if number[0] < 0 else ''}{text[0]}{point}{text[1:]}{power}"


def printed(bits):
    for n in [1, 2, 5, 10, 1000, 15, 25, 35, 995, 9995, 125]:
        yield (n, 0), 1
        yield (n, 0), 2
        yield (n, -3), 3
    for _ in range(8):
        yield signed((full(bits), random.randint(-1000, 1000))), random.randint(1, bits // 2)
        yield (full(60), random.randint(-80, 10)), random.randint(1, 25)
    yield ((1 << bits) - 1, -bits), bits // 4
    yield ((1 << bits) - 1, -bits), bits


for bits in [128, 256, 512]:
    for x in exp_arguments(bits):
        elementary("exp", bits, x, of=mp.exp)
    for x in log_arguments(bits):
        elementary("log", bits, x, of=mp.log)
    for x in root_arguments(bits):
        elementary("sqrt", bits, x, of=mp.sqrt)
    for n in [1, 7, -3]:
        elementary("exp2", bits, (full(bits), n - bits), of=lambda x: mp.power(2, x))
        elementary("exp10", bits, (full(bits), n - bits), of=lambda x: mp.power(10, x))
        elementary("log2", bits, (full(bits), n), of=lambda x: mp.log(x, 2))
        elementary("log10", bits, (full(bits), n), of=mp.log10)
        elementary("cbrt", bits, (full(bits), n), of=mp.cbrt)
    for pairs, function, operation in [
        (sums, "+", lambda a, b: a + b),
        (products, "*", lambda a, b: a * b),
        (quotients, "/", lambda a, b: a / b),
    ]:
        for a, b in pairs(bits):
            line(function, bits, [a, b], rounded(operation(exact(a), exact(b)), bits))
    for text in texts(bits):
        print("parse", bits, text, spell(rounded(Fraction(text), bits)))
    for number, digits in printed(bits):
        print("print", bits, spell(number), digits, decimal(number, digits))
    for name in ["pi", "e"]:
        print(name, bits, spell(constant(lambda: getattr(mp, name), bits)))
