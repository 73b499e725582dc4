import Localization
import Images
import SpacesClient
import SpacesModel

/// Readme and image of a space.
extension EffectRunner {
    static func loadReadme(of space: Space, in session: Session) async {
        do throws(SpacesFailure) {
            let content = try await session.reached().read(.readme, of: space)
            session.post(.readmeLoaded(space, .success(content.map(Readme.init))))
        } catch {
            if error.kind != .cancelled { session.post(.readmeLoaded(space, .failure(error))) }
        }
    }

    static func loadDocument(of space: Space, in session: Session) async {
        do throws(SpacesFailure) {
            let answer = try await session.reached().document(of: space.id)
            session.post(.documentLoaded(space, .success(SpaceDocument.lines(of: answer))))
        } catch {
            session.post(.documentLoaded(space, .failure(error)))
        }
    }

    static func loadImage(of space: Space, in session: Session) async {
        let content: FileContent
        do throws(SpacesFailure) {
            guard let image = try await session.reached().read(.image, of: space) else {
                session.post(.imageLoaded(space.id, .success(.failed(localized("\(space.name) has no image.")))))
                return
            }
            content = image
        } catch {
            session.post(.imageLoaded(space.id, .failure(error)))
            return
        }
        do throws(PixelImage.Failure) {
            session.post(.imageLoaded(space.id, .success(.picture(try PixelImage(decoding: content.bytes)))))
        } catch {
            session.post(.imageLoaded(space.id, .success(.failed(error.sentence(about: content)))))
        }
    }
}
