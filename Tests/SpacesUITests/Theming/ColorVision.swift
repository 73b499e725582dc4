@testable import SpacesUI

/// How people see colours: contrast as WCAG 2 counts it, and sight without one kind of cones (Machado 2009).
enum ColorVision: String, CaseIterable, Sendable {
    case full, protanopia, deuteranopia, tritanopia

    /// How different two colours look, in hundredths of OKLab; 2 is the least that is seen side by side.
    func difference(_ left: RGB, _ right: RGB) -> Double {
        let distance = RGB.perceived(linear: seen(left)) - RGB.perceived(linear: seen(right))
        return 100 * (distance * distance).sum().squareRoot()
    }

    static func contrast(_ left: RGB, _ right: RGB) -> Double {
        let weights = SIMD3(0.2126, 0.7152, 0.0722)
        let lights = [(left.linear * weights).sum(), (right.linear * weights).sum()].sorted()
        return (lights[1] + 0.05) / (lights[0] + 0.05)
    }

    private func seen(_ color: RGB) -> SIMD3<Double> {
        let light = color.linear
        let mixed = SIMD3(
            (rows[0] * light).sum(), (rows[1] * light).sum(), (rows[2] * light).sum())
        return mixed.clamped(lowerBound: SIMD3(repeating: 0), upperBound: SIMD3(repeating: 1))
    }

    // swift-format-ignore
    private var rows: [SIMD3<Double>] {
        switch self {
        case .full:
            [SIMD3(1, 0, 0), SIMD3(0, 1, 0), SIMD3(0, 0, 1)]
        case .protanopia:
            [SIMD3(0.152286, 1.052583, -0.204868), SIMD3(0.114503, 0.786281, 0.099216), SIMD3(-0.003882, -0.048116, 1.051998)]
        case .deuteranopia:
            [SIMD3(0.367322, 0.860646, -0.227968), SIMD3(0.280085, 0.672501, 0.047413), SIMD3(-0.011820, 0.042940, 0.968881)]
        case .tritanopia:
            [SIMD3(1.255528, -0.076749, -0.178779), SIMD3(-0.078411, 0.930809, 0.147602), SIMD3(0.004733, 0.691367, 0.303900)]
        }
    }
}
