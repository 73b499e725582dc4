import Localization
package import Images
import SpacesClient
package import SpacesModel

/// The image of a space over the list: asked for with a key, closed with another.
package struct SpaceImage: Equatable, Sendable {
    package enum Content: Equatable, Sendable {
        case loading
        case picture(PixelImage)
        /// Why there is nothing to see, in a sentence.
        case failed(String)
    }

    package let space: Space
    package var content = Content.loading

    package init(of space: Space) {
        self.space = space
    }
}

extension PixelImage.Failure {
    /// Why the picture is not drawn, and what to do.
    func sentence(about content: FileContent) -> String {
        switch self {
        case .unknownFormat:
            content.mediaType.map {
                let type = String($0.prefix(60))
                return localized("This image is \(type); only PNG and JPEG can be drawn here. Look at it in the web.")
            }
                ?? localized(
                    "This image is of no known kind; only PNG and JPEG can be drawn here. Look at it in the web.")
        case .broken: localized("This image is damaged: it cannot be decoded. Upload it anew in the web.")
        case .tooLarge:
            localized("This image has more than 24 million pixels, too many to be drawn here. Look at it in the web.")
        }
    }
}
