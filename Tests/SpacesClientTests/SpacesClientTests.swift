// SpacesClientTests
