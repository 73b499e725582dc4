import SpacesClient
import SpacesModel

extension State {
    mutating func showImage() {
        guard let space = list.selected else { return }
        open(SpaceImage(of: space))
        ask(.loadImage(space))
    }

    mutating func take(_ result: Result<SpaceImage.Content, SpacesFailure>, imageOf id: SpaceID) {
        changeAll(SpaceImage.self) { image in
            guard image.space.id == id else { return }
            switch result {
            case .success(let content): image.content = content
            case .failure(let failure): image.content = .failed(failure.naming(image.space.name).sentence)
            }
        }
    }
}
